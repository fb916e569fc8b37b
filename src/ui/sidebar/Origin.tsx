import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import type { Feedback } from '../../care/feedback.ts';
import type { EventKind } from '../../care/ledger.ts';
import type { Rating } from '../../care/rating.ts';
import { clockTime } from '../formats.ts';
import { Quiet } from '../layout.ts';
import { originText } from '../originText.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import { When } from '../When.tsx';

/** When it was answered, as far as anyone knows, where that comes from, and how old it is. */
export function Origin({ data, rating }: { data: TicketFeedback; rating: Rating }) {
  const { t, configuration } = useApp();
  const { feedback, sighting } = data;
  const recorded = feedback.revisions.findLast((revision) => revision.metric === rating.metric);
  const at = rating.answeredAt ?? recorded?.answeredAt ?? null;
  // Once written down, what the ledger says of the first answer stands: later changes were seen.
  const isAlreadyRevised = feedback.rev > 0 ? feedback.isAlreadyRevised : sighting.isAlreadyRevised;
  return (
    <Quiet as="div">
      {at !== null && (
        <>
          {t('score.answered')} <When at={at} /> ·{' '}
        </>
      )}
      {originText(t, rating, configuration)}
      {isAlreadyRevised && <> · {t('score.already_revised')}</>}
      <Recorded data={data} rating={rating} />
    </Quiet>
  );
}

/** Of a number this person may not read themselves: since when it has stood there, and whose app brought it. */
function Recorded({ data, rating }: { data: TicketFeedback; rating: Rating }) {
  const { t, locale, user } = useApp();
  const now = useNow();
  const { feedback, names, sighting } = data;
  const isSeenNow = sighting.ratings.some(
    ({ source, metric }) => source === rating.source && metric === rating.metric,
  );
  const revision = feedback.revisions.findLast(({ metric }) => metric === rating.metric);
  if (isSeenNow || !revision) return null;
  const time = clockTime(revision.seenAt, now, locale, user.timeZone);
  const byId = writerOf(feedback, revision.seenAt);
  const name = byId === null ? undefined : names[byId];
  return (
    <>
      {' '}
      · {t('score.as_of', { time })}
      {byId === user.id && <> · {t('score.synced_by_you')}</>}
      {byId !== user.id && name && <> · {t('score.synced', { name })}</>}
    </>
  );
}

/** What an app writes by itself about a rating it saw. */
const ownWords: readonly EventKind[] = ['rated', 'suspected', 'case_opened', 'case_withdrawn', 'attributed'];

/** Whose app wrote the entry of that moment, where nothing happened since. */
const writerOf = ({ lastAction: last }: Feedback, at: number) =>
  last?.at === at && ownWords.includes(last.kind) ? last.byId : null;
