import { Button } from '@zendeskgarden/react-buttons';
import { useId } from 'react';
import styled from 'styled-components';
import type { Written } from '../../actions/append.ts';
import type { Subject } from '../../actions/publish.ts';
import type { Feedback } from '../../care/feedback.ts';
import { buckets } from '../../care/ledger.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useKeys } from '../useKeys.ts';
import { When } from '../When.tsx';
import { BucketConflict } from './BucketConflict.tsx';
import { TopicAndNote } from './TopicAndNote.tsx';
import { type BucketUse, useBucket } from './useBucket.ts';

const Choices = styled.div`
  display: grid;
  grid-template-columns: repeat(3, minmax(0, 1fr));
  gap: 6px;
  & > button { padding-inline: 4px; min-height: 40px; height: auto; line-height: 18px; white-space: normal; }
`;

interface Props {
  feedback: Feedback;
  subject: Subject;
  names: Record<string, string>;
  onWritten: (written: Written) => void;
  hasKeys?: boolean;
}

/** Agent, process or root cause: one press, undone in place; below it the topic and a note. */
export function BucketBlock({ feedback, subject, names, onWritten, hasKeys = true }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const use = useBucket(feedback, subject, onWritten);
  const [agent, process, rootCause] = buckets;
  useKeys(
    {
      1: () => use.choose(agent),
      2: () => use.choose(process),
      3: () => use.choose(rootCause),
      u: use.hasUndo ? () => use.undo() : undefined,
    },
    hasKeys,
  );
  return (
    <Block aria-labelledby={titleId}>
      <Title id={titleId}>{t('bucket.title')}</Title>
      <Choices role="group" aria-labelledby={titleId}>
        {buckets.map((bucket, index) => (
          <Button
            key={bucket}
            isPrimary={use.shown.bucket === bucket}
            aria-pressed={use.shown.bucket === bucket}
            aria-keyshortcuts={hasKeys ? String(index + 1) : undefined}
            onClick={() => use.choose(bucket)}
          >
            {t(`bucket.${bucket}`)}
          </Button>
        ))}
      </Choices>
      {use.conflict && <BucketConflict feedback={feedback} names={names} use={use} />}
      {use.failure && <FailureNote kind={use.failure.kind} title={t('bucket.failed')} onRetry={use.retry} />}
      <ChosenLine feedback={feedback} names={names} use={use} />
      <TopicAndNote feedbackKey={feedback.key} use={use} />
    </Block>
  );
}

/** Whose word it is and since when, with the way back beside it. */
function ChosenLine({ feedback, names, use }: Pick<Props, 'feedback' | 'names'> & { use: BucketUse }) {
  const { t, user } = useApp();
  if (!use.shown.bucket) return <Quiet>{t('bucket.hint')}</Quiet>;
  const isSaved = feedback.bucket === use.shown.bucket && feedback.bucketAt !== null;
  const isOwn = feedback.bucketById === user.id;
  const name = names[feedback.bucketById ?? ''] ?? t('people.someone');
  return (
    <Line>
      {isSaved && feedback.bucketAt !== null ? (
        <Quiet as="span">
          {isOwn ? t('bucket.chosen_by_you') : t('bucket.chosen_by', { name })}{' '}
          <When at={feedback.bucketAt} />
        </Quiet>
      ) : (
        <Quiet as="span">{t('bucket.saving')}</Quiet>
      )}
      {use.hasUndo && (
        <Button isLink size="small" aria-keyshortcuts="u" onClick={() => use.undo()}>
          {use.isUndoOwn ? t('bucket.undo') : t('bucket.take_back')}
        </Button>
      )}
    </Line>
  );
}
