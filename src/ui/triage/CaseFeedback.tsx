import { Tag } from '@zendeskgarden/react-tags';
import type { CaseRow } from '../../actions/listCases.ts';
import { history, latest, ratedAt } from '../../care/feedback.ts';
import { isNiceTeamHardProcess } from '../../care/rating.ts';
import { Comment } from '../Comment.tsx';
import { Block, Line, Quiet } from '../layout.ts';
import { Revisions } from '../Revisions.tsx';
import { RuleLine } from '../RuleLine.tsx';
import { Score } from '../Score.tsx';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';

/** What the ledger knows of the rating, with the customer's words read live from the ticket. */
export function CaseFeedback({ row: { feedback, ticket } }: { row: CaseRow }) {
  const { t } = useApp();
  const csat = latest(feedback, 'csat');
  const ces = latest(feedback, 'ces');
  const answered = ratedAt(feedback);
  const comment = ticket?.satisfaction_rating?.comment;
  return (
    <Block aria-label={t('score.title')}>
      {!csat && !ces && <Quiet>{t('score.none_by_hand')}</Quiet>}
      <Line $gap={24} style={{ alignItems: 'flex-start' }}>
        {csat && <Score rating={csat} />}
        {ces && <Score rating={ces} />}
      </Line>
      {(csat || ces) && <RuleLine csat={csat} ces={ces} current={feedback.case} />}
      {isNiceTeamHardProcess(csat, ces) && (
        <div>
          <Tag hue="blue">
            <span>{t('score.nice_team')}</span>
          </Tag>
        </div>
      )}
      {comment && <Comment text={comment} />}
      {answered !== null && (
        <Quiet as="div">
          {t('score.answered')} <When at={answered} />
        </Quiet>
      )}
      <Revisions revisions={history(feedback, 'csat')} />
    </Block>
  );
}
