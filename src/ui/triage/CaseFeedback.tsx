import { Tag } from '@zendeskgarden/react-tags';
import { attributeTicket } from '../../actions/attributeTicket.ts';
import type { CaseRow } from '../../actions/listCases.ts';
import { type Feedback, history, isCounted, latest, ratedAt, removedAt } from '../../care/feedback.ts';
import { oriented } from '../../care/orientation.ts';
import { isNiceTeamHardProcess, type Rating } from '../../care/rating.ts';
import { Comment } from '../Comment.tsx';
import { Credit } from '../case/Credit.tsx';
import { absolute } from '../formats.ts';
import { Block, Line, Quiet } from '../layout.ts';
import { originText } from '../originText.ts';
import { Revisions } from '../Revisions.tsx';
import { RuleLine } from '../RuleLine.tsx';
import { Score } from '../Score.tsx';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { TicketNote } from './TicketNote.tsx';

interface Props {
  row: CaseRow;
  names: Record<string, string>;
  hasTicketFailed: boolean;
  onFeedback: (feedback: Feedback) => void;
}

/** What the ledger knows of the rating, with the customer's words read live from the ticket. */
export function CaseFeedback({ row, names, hasTicketFailed, onFeedback }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const { feedback, ticket } = row;
  const workOut = async () =>
    onFeedback(await attributeTicket(app, { ...row, assigneeId: ticket?.assignee_id }));
  const csat = latest(feedback, 'csat');
  const ces = latest(feedback, 'ces');
  const isRated = csat !== null || ces !== null;
  const isNice = isNiceTeamHardProcess(oriented(csat, configuration), oriented(ces, configuration));
  const comment = ticket?.satisfaction_rating?.comment;
  return (
    <Block aria-label={t('score.title')}>
      {!isRated && <Quiet>{t('score.none_by_hand')}</Quiet>}
      <Line
        $gap={24}
        style={{ alignItems: 'flex-start', color: isCounted(feedback) ? '' : 'var(--fl-quiet)' }}
      >
        {csat && <Score rating={csat} />}
        {ces && <Score rating={ces} />}
      </Line>
      {isRated && <RuleLine csat={csat} ces={ces} current={feedback.case} />}
      {isNice && (
        <div>
          <Tag hue="blue">
            <span>{t('score.nice_team')}</span>
          </Tag>
        </div>
      )}
      {comment && <Comment text={comment} />}
      <Answered feedback={feedback} rating={csat ?? ces} />
      <Revisions revisions={history(feedback, 'csat')} />
      <Gone feedback={feedback} />
      <TicketNote row={row} hasFailed={hasTicketFailed} />
      {isRated && <Credit feedback={feedback} names={names} workOut={workOut} />}
    </Block>
  );
}

/** When it was answered, and which place the number comes from. */
function Answered({ feedback, rating }: { feedback: Feedback; rating: Rating | null }) {
  const { t, configuration } = useApp();
  const at = ratedAt(feedback);
  if (at === null || !rating) return null;
  return (
    <Quiet as="div">
      {t(rating.answeredAt === null ? 'score.seen' : 'score.answered')} <When at={at} /> ·{' '}
      {originText(t, rating, configuration)}
      {feedback.isAlreadyRevised && <> · {t('score.already_revised')}</>}
    </Quiet>
  );
}

function Gone({ feedback }: { feedback: Feedback }) {
  const goneAt = removedAt(feedback);
  const { t, locale, user } = useApp();
  if (goneAt === null) return null;
  return <Quiet>{t('score.gone', { time: absolute(goneAt, locale, user.timeZone) })}</Quiet>;
}
