import { Tag } from '@zendeskgarden/react-tags';
import { type PropsWithChildren, useId } from 'react';
import type { TicketFeedback } from '../../actions/readTicketFeedback.ts';
import { history, isCounted } from '../../care/feedback.ts';
import { oriented } from '../../care/orientation.ts';
import { isNiceTeamHardProcess } from '../../care/rating.ts';
import { current } from '../../care/sighting.ts';
import { Comment } from '../Comment.tsx';
import { Credit } from '../case/Credit.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Aged, Block, Line, Quiet, Unseen } from '../layout.ts';
import { Revisions } from '../Revisions.tsx';
import { RuleLine } from '../RuleLine.tsx';
import { Score } from '../Score.tsx';
import { useApp } from '../useApp.ts';
import { AlsoSaid } from './AlsoSaid.tsx';
import { Changes } from './Changes.tsx';
import { NumberNote } from './NumberNote.tsx';
import { Origin } from './Origin.tsx';
import { SurveyNote } from './SurveyNote.tsx';

interface Props {
  data: TicketFeedback;
  onRetry: () => void;
  /** Finds out whose feedback it is, where nobody has; absent where nothing can be recorded. */
  workOut?: () => Promise<unknown>;
}

/** What the customer answered: the score first, the rules it counts by beside it, then their own words. */
export function ScoreBlock({ data, onRetry, workOut, children }: PropsWithChildren<Props>) {
  const { t, configuration } = useApp();
  const titleId = useId();
  const { feedback } = data;
  const csat = current(feedback, data.sighting, 'csat');
  const ces = current(feedback, data.sighting, 'ces');
  const rating = csat ?? ces;
  const isHard = isNiceTeamHardProcess(oriented(csat, configuration), oriented(ces, configuration));
  return (
    <Block aria-labelledby={titleId}>
      <Unseen as="h2" id={titleId}>
        {t('score.title')}
      </Unseen>
      {!rating && data.ticketState === 'present' && <SurveyNote data={data} />}
      {rating && (
        <>
          <Aged $isOld={!isCounted(feedback)}>
            <Line $gap={24} style={{ alignItems: 'flex-start' }}>
              {csat && <Score rating={csat} />}
              {ces && <Score rating={ces} />}
            </Line>
          </Aged>
          <RuleLine csat={csat} ces={ces} current={feedback.case} />
        </>
      )}
      {csat && <NumberNote rating={csat} />}
      {isHard && (
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
      {rating && <Origin data={data} rating={rating} />}
      <Revisions revisions={history(feedback, 'csat')} />
      <Changes data={data} />
      <AlsoSaid sources={data.sources} shown={[csat, ces]} />
      {rating && <Holder data={data} workOut={workOut} />}
      {children}
    </Block>
  );
}

/** Whose feedback it is; while nobody knows, who has the ticket now, which is no judgement of whose doing it was. */
function Holder({ data, workOut }: Pick<Props, 'data' | 'workOut'>) {
  const { t } = useApp();
  const { feedback, names, assigneeId } = data;
  const name = names[assigneeId ?? ''] ?? t('people.someone');
  const now = assigneeId === null ? t('sidebar.no_assignee') : t('sidebar.assignee', { name });
  return <Credit feedback={feedback} names={names} unknown={now} workOut={workOut} />;
}
