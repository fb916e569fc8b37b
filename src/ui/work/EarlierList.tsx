import { Button } from '@zendeskgarden/react-buttons';
import type { CustomerHistory } from '../../actions/readCustomer.ts';
import { type Feedback, laneOf, latest, ratedAt, ticketOfKey } from '../../care/feedback.ts';
import { oriented } from '../../care/orientation.ts';
import { Folded } from '../Folded.tsx';
import { Line, Quiet, Stack } from '../layout.ts';
import { scoreText } from '../scoreText.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** Shown before the others are asked for. */
const shown = 3;

interface Props {
  history: CustomerHistory;
  onOpen: (feedback: Feedback) => void;
}

/** What the customer said before, the newest first: score, when, what about, where its case stands. */
export function EarlierList({ history, onOpen }: Props) {
  const { t } = useApp();
  const { others, repeat, isMore } = history;
  if (others.length === 0) return <Quiet>{t('earlier.none')}</Quiet>;
  const items = others.map((one) => <Item key={one.key} feedback={one} onOpen={() => onOpen(one)} />);
  return (
    <>
      {repeat && (
        <strong style={{ color: 'var(--fl-warning)' }}>
          {t('earlier.repeat', { count: repeat.count, span: t('earlier.days', { count: repeat.days }) })}
        </strong>
      )}
      <Stack as="ol" $gap={8}>
        {items.slice(0, shown)}
      </Stack>
      {items.length > shown && (
        <Folded line={t('timeline.earlier', { count: items.length - shown })}>{items.slice(shown)}</Folded>
      )}
      {isMore && <Quiet>{t('earlier.more')}</Quiet>}
    </>
  );
}

function Item({ feedback, onOpen }: { feedback: Feedback; onOpen: () => void }) {
  const { t, configuration } = useApp();
  const rating = oriented(latest(feedback, 'csat') ?? latest(feedback, 'ces'), configuration);
  const lane = laneOf(feedback);
  const at = ratedAt(feedback) ?? feedback.case?.openedAt ?? null;
  const ticketId = ticketOfKey(feedback.key);
  const place = ticketId === null ? t('earlier.conversation') : t('triage.ticket_place', { id: ticketId });
  const what = [
    feedback.bucket && t(`bucket.${feedback.bucket}`),
    lane !== 'none' && t(`status.${lane}`),
  ].filter(Boolean);
  return (
    <li>
      <Line $gap={12} style={{ justifyContent: 'space-between' }}>
        <span>
          <strong>{rating ? ratingText(t, rating) : t('score.none')}</strong>
          {at !== null && (
            <>
              {' '}
              · <When at={at} />
            </>
          )}
        </span>
        <Button isLink size="small" onClick={onOpen}>
          {t('earlier.open', { place })}
        </Button>
      </Line>
      {what.length > 0 && <Quiet>{what.join(' · ')}</Quiet>}
    </li>
  );
}

function ratingText(
  t: ReturnType<typeof useApp>['t'],
  rating: NonNullable<ReturnType<typeof oriented>>,
): string {
  const score = scoreText(t, rating);
  return rating.metric === 'csat' ? score : t('score.ces_of', { score });
}
