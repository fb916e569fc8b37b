import type { Revision } from '../care/feedback.ts';
import { oriented } from '../care/orientation.ts';
import { Folded } from './Folded.tsx';
import { Line, Quiet } from './layout.ts';
import { scoreText } from './scoreText.ts';
import { useApp } from './useApp.ts';
import { When } from './When.tsx';

/** A changed answer: both scores in a line, which opens to all of them with their dates. As the ledger keeps them. */
export function Revisions({ revisions: given }: { revisions: Revision[] }) {
  const { t, configuration } = useApp();
  const revisions = given.map((revision) => oriented(revision, configuration));
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (!first || !last || revisions.length < 2) return null;
  return (
    <Folded line={t('score.changed', { first: scoreText(t, first), last: scoreText(t, last) })}>
      {revisions.map((revision) => (
        <Line as="li" key={`${revision.seenAt} ${revision.answeredAt} ${revision.source} ${revision.value}`}>
          <strong>{scoreText(t, revision)}</strong>
          <When at={revision.answeredAt ?? revision.seenAt} />
          <Quiet as="span">{t(revision.answeredAt === null ? 'score.seen' : 'score.answered')}</Quiet>
        </Line>
      ))}
    </Folded>
  );
}
