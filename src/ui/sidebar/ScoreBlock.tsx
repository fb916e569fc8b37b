import { Tag } from '@zendeskgarden/react-tags';
import { useId } from 'react';
import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { history } from '../../care/feedback.ts';
import { isNiceTeamHardProcess, type Rating } from '../../care/rating.ts';
import { current } from '../../care/sighting.ts';
import { Comment } from '../Comment.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Block, Line, Quiet, Unseen } from '../layout.ts';
import { Revisions } from '../Revisions.tsx';
import { RuleLine } from '../RuleLine.tsx';
import { Score } from '../Score.tsx';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import { NumberNote } from './NumberNote.tsx';
import { SurveyNote } from './SurveyNote.tsx';

interface Props {
  data: TicketFeedback;
  onRetry: () => void;
}

/** What the customer answered: the score first, the rule it counts by beside it, then their own words. */
export function ScoreBlock({ data, onRetry }: Props) {
  const { t } = useApp();
  const titleId = useId();
  const csat = current(data.feedback, data.sighting, 'csat');
  const ces = current(data.feedback, data.sighting, 'ces');
  return (
    <Block aria-labelledby={titleId}>
      <Unseen as="h2" id={titleId}>
        {t('score.title')}
      </Unseen>
      {!csat && !ces && <SurveyNote data={data} />}
      {(csat || ces) && (
        <Line $gap={24} style={{ alignItems: 'flex-start' }}>
          {csat && <Score rating={csat} />}
          {ces && <Score rating={ces} />}
        </Line>
      )}
      {(csat || ces) && <RuleLine csat={csat} ces={ces} current={data.feedback.case} />}
      {csat && <NumberNote rating={csat} />}
      {isNiceTeamHardProcess(csat, ces) && (
        <div>
          <Tag hue="blue">
            <span>{t('score.nice_team')}</span>
          </Tag>
        </div>
      )}
      {data.sourceFailure && (
        <FailureNote kind={data.sourceFailure.kind} title={t('sidebar.source_failed')} onRetry={onRetry} />
      )}
      {data.comment && <Comment text={data.comment} />}
      {data.reason && <Quiet dir="auto">{t('score.reason', { reason: data.reason })}</Quiet>}
      <Answered data={data} rating={csat ?? ces} />
      <Revisions revisions={history(data.feedback, 'csat')} />
      {(csat || ces) && <Handler data={data} />}
    </Block>
  );
}

/** When it was answered, as far as anyone knows, and where that comes from. */
function Answered({ data, rating }: { data: TicketFeedback; rating: Rating | null }) {
  const { t } = useApp();
  if (!rating) return null;
  const recorded = data.feedback.revisions.findLast((revision) => revision.metric === rating.metric);
  const at = rating.answeredAt ?? recorded?.answeredAt ?? null;
  // Once written down, what the ledger says of the first answer stands: later changes were seen.
  const { feedback, sighting } = data;
  const isAlreadyRevised = feedback.rev > 0 ? feedback.isAlreadyRevised : sighting.isAlreadyRevised;
  const origin = t(`source.${rating.source}` as 'source.ticket_rating');
  return (
    <Quiet as="div">
      {at !== null && (
        <>
          {t('score.answered')} <When at={at} /> ·{' '}
        </>
      )}
      {origin}
      {isAlreadyRevised && <> · {t('score.already_revised')}</>}
    </Quiet>
  );
}

/** Who has the ticket now: that is what is known, and not a judgement of whose doing it was. */
function Handler({ data }: { data: TicketFeedback }) {
  const { t } = useApp();
  const name = data.names[data.assigneeId ?? ''];
  if (data.assigneeId === null) return <Quiet>{t('sidebar.no_assignee')}</Quiet>;
  return <Quiet>{t('sidebar.assignee', { name: name ?? t('people.someone') })}</Quiet>;
}
