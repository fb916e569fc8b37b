import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import type { Subject } from '../../actions/publish.ts';
import type { Written } from '../../actions/record.ts';
import type { Feedback } from '../../care/feedback.ts';
import { buckets } from '../../care/ledger.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Title } from '../layout.ts';
import { preload } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useKeys } from '../useKeys.ts';
import { When } from '../When.tsx';
import { BucketConflict } from './BucketConflict.tsx';
import { TopicAndNote } from './TopicAndNote.tsx';
import { Unlisted } from './Unlisted.tsx';
import { type BucketUse, loadVerb, useBucket } from './useBucket.ts';

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
  hasKeys: boolean;
}

/** Agent, process or root cause: one press, undone in place; below it the topic and a note. */
export function BucketBlock({ feedback, subject, names, onWritten, hasKeys }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const block = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const use = useBucket(feedback, subject, onWritten);
  useHeldFocus(block, title);
  useEffect(() => preload(loadVerb), []);
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
    <Block aria-labelledby={titleId} ref={block}>
      <Title id={titleId} ref={title} tabIndex={-1}>
        {t('bucket.title')}
      </Title>
      <Choices role="group" aria-labelledby={titleId} data-step="name_cause">
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
      <ChosenLine feedback={feedback} names={names} use={use} hasKeys={hasKeys} />
      <TopicAndNote feedback={feedback} use={use} heir={title} />
      <Unlisted isUnlisted={use.isUnlisted} />
    </Block>
  );
}

type LineProps = Pick<Props, 'feedback' | 'names' | 'hasKeys'> & { use: BucketUse };

/** Whose word it is and since when, with one's own way back beside it. */
function ChosenLine({ feedback, names, use, hasKeys }: LineProps) {
  const { t, user } = useApp();
  const isSaved = feedback.bucket === use.shown.bucket && feedback.bucketAt !== null;
  const isOwn = feedback.bucketById === user.id;
  const name = names[feedback.bucketById ?? ''] ?? t('people.someone');
  const who = isOwn ? t('bucket.chosen_by_you') : t('bucket.chosen_by', { name });
  return (
    <Line>
      <Quiet as="span">
        {!use.shown.bucket && t('bucket.hint')}
        {use.shown.bucket && !isSaved && t('bucket.saving')}
        {use.shown.bucket && isSaved && feedback.bucketAt !== null && (
          <>
            {who} <When at={feedback.bucketAt} />
          </>
        )}
      </Quiet>
      {use.hasUndo && (
        <Button isLink size="small" aria-keyshortcuts={hasKeys ? 'u' : undefined} onClick={() => use.undo()}>
          {use.isUndoKnown ? t('bucket.undo') : t('bucket.take_back')}
        </Button>
      )}
    </Line>
  );
}
