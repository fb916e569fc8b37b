import { Button } from '@zendeskgarden/react-buttons';
import type { Feedback } from '../../care/feedback.ts';
import { relative } from '../formats.ts';
import { Line } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import type { BucketUse } from './useBucket.ts';

interface Props {
  feedback: Feedback;
  names: Record<string, string>;
  use: BucketUse;
}

/** Somebody else chose meanwhile: theirs stands and is shown; mine is one press away. */
export function BucketConflict({ feedback, names, use }: Props) {
  const { t, locale, now } = useApp();
  const name = names[feedback.bucketById ?? ''] ?? t('people.someone');
  const when = relative(feedback.bucketAt ?? now(), now(), locale);
  const bucketName = (bucket: Feedback['bucket']) => t(bucket ? `bucket.${bucket}` : 'bucket.nothing');
  const mine = use.conflict?.change.bucket;
  return (
    <Note type="info">
      <div>{t('bucket.conflict', { name, when, bucket: bucketName(feedback.bucket) })}</div>
      <Line style={{ marginTop: 8 }}>
        <Button size="small" onClick={use.useMine}>
          {mine === undefined ? t('bucket.use_my_text') : t('bucket.use_mine', { bucket: bucketName(mine) })}
        </Button>
        <Button size="small" isBasic onClick={use.keepTheirs}>
          {t('bucket.keep_theirs')}
        </Button>
      </Line>
    </Note>
  );
}
