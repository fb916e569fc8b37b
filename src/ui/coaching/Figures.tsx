/** The agent's figures beside the team's: none without its n and its interval. */
import styled from 'styled-components';
import { isToolsTrainingHinted, leastToRank } from '../../care/coaching/hint.ts';
import type { Sheet } from '../../care/coaching/sheet.ts';
import { cesOf, compared as compare, csatOf, easyOf, type Sums } from '../../care/coaching/sums.ts';
import type { Failure } from '../../care/failure.ts';
import type { Difference, Rate } from '../../care/rate.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Quiet, Stack, Title } from '../layout.ts';
import { Note } from '../note.ts';
import { intervalText, meanIntervalText, meanText, rateText } from '../scores/figures.ts';
import { Interval } from '../scores/Interval.tsx';
import { useApp } from '../useApp.ts';
import { differenceText } from './sheetText.ts';
import type { SheetUse } from './useSheet.ts';

const Cells = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
  gap: 16px 24px;
  dt { font-weight: 600; }
  dd > p:first-child { font-size: 18px; line-height: 26px; font-variant-numeric: tabular-nums; }
  dd > [aria-hidden] { margin: 6px 0; }
`;

interface Props {
  sheet: Sheet;
  compared: SheetUse['compared'];
  /** What a lead left for agents, which may be nothing. */
  isTold: boolean;
  /** Why it could not be read. */
  failure: Failure | null;
  onRetry: () => void;
}

export function Figures({ sheet: { own }, compared, isTold, failure, onRetry }: Props) {
  const app = useApp();
  const { t } = app;
  const others = compared?.others ?? null;
  const difference = others && compare(own, others);
  return (
    <Stack>
      <Title>{t('coaching.figures', { count: own.n })}</Title>
      <Cells>
        <Share
          name={t('coaching.csat')}
          rate={csatOf(own)}
          team={others && csatOf(others)}
          by={difference?.csat}
        />
        <Mean own={own} others={others} />
        <Share
          name={t('coaching.easy')}
          rate={easyOf(own)}
          team={others && easyOf(others)}
          by={difference?.easy}
        />
      </Cells>
      {failure && <FailureNote kind={failure.kind} title={t('coaching.team_failed')} onRetry={onRetry} />}
      {!failure && (
        <Quiet>
          {compared
            ? t(compared.groupIds === null ? 'coaching.against_all' : 'coaching.against_groups', {
                count: compared.others.n,
              })
            : t(isTold ? 'coaching.no_team_told' : 'coaching.no_team')}
        </Quiet>
      )}
      {others && isToolsTrainingHinted(own, others) && (
        <Note type="info">
          <p>{t('coaching.tools_training')}</p>
          <Quiet>{t('coaching.tools_training_rule', { least: leastToRank })}</Quiet>
        </Note>
      )}
    </Stack>
  );
}

interface ShareProps {
  name: string;
  rate: Rate;
  team: Rate | null;
  by: Difference | null | undefined;
}

function Share({ name, rate, team, by }: ShareProps) {
  const app = useApp();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <p>{rateText(app, rate)}</p>
        <Quiet>{intervalText(app, rate)}</Quiet>
        {rate.value !== null && rate.interval && <Interval value={rate.value} interval={rate.interval} />}
        {team && <Quiet>{app.t('coaching.team', { figure: rateText(app, team) })}</Quiet>}
        {by && <Quiet>{differenceText(app, by)}</Quiet>}
      </dd>
    </div>
  );
}

function Mean({ own, others }: { own: Sums; others: Sums | null }) {
  const app = useApp();
  const mean = cesOf(own);
  return (
    <div>
      <dt>{app.t('coaching.ces')}</dt>
      <dd>
        <p>{meanText(app, mean)}</p>
        <Quiet>{meanIntervalText(app, mean)}</Quiet>
        {others && <Quiet>{app.t('coaching.team', { figure: meanText(app, cesOf(others)) })}</Quiet>}
      </dd>
    </div>
  );
}
