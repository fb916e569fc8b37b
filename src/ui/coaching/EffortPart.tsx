/** What tickets took, by Zendesk's own figures: of the rated ones at once, of others when asked. */
import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import type { Counter } from '../../actions/counter.ts';
import { keepTeamEffort } from '../../actions/keepTeamSheets.ts';
import type { SheetData } from '../../actions/readSheet.ts';
import { mostCompared, readTeamEffort, readUnratedEffort } from '../../actions/readSheetEffort.ts';
import { type Effort, effortNames, effortOf } from '../../care/coaching/effort.ts';
import type { Span } from '../../care/coaching/span.ts';
import type { Period } from '../../care/insights/question.ts';
import { FailureNote } from '../FailureNote.tsx';
import { span as spanText } from '../formats.ts';
import { Line, Quiet, Stack, Title } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useAct } from '../views/useAct.ts';
import { numberText } from './sheetText.ts';
import type { SheetUse } from './useSheet.ts';

const Table = styled.table`
  && { width: auto; align-self: flex-start; }
  border-collapse: collapse;
  th { text-align: start; font-weight: 400; color: var(--fl-quiet); }
  th, td { padding: 4px 16px 4px 0; vertical-align: top; font-variant-numeric: tabular-nums; }
  thead th { border-bottom: 1px solid var(--fl-line); }
  @media (max-width: 600px) { th, td { padding-inline-end: 8px; } }
`;

interface Props {
  agentId: string;
  span: Span;
  period: Period;
  data: SheetData;
  compared: SheetUse['compared'];
  /** Of a lead, who may look at the team's tickets. */
  counter: Counter | null;
}

export function EffortPart({ agentId, span, period, data, compared, counter }: Props) {
  const app = useApp();
  const { t } = app;
  const { run, retry, failure, isBusy } = useAct();
  const [unrated, setUnrated] = useState<Effort | null>(null);
  const [team, setTeam] = useState<Effort | null>(null);
  const rated = effortOf([...data.efforts.values()]);
  const shownTeam = team ?? compared?.effort ?? null;
  const onUnrated = async () =>
    setUnrated(await readUnratedEffort(app, agentId, period, new Set(data.efforts.keys())));
  const onTeam = async () => {
    const keys = await counter?.ask('others_keys', period, agentId, compared?.groupIds ?? null);
    const effort = await readTeamEffort(app, keys ?? []);
    setTeam(effort);
    const [group = null, ...more] = compared?.groupIds ?? [];
    // Agents see it beside their own; a page that could not leave it there has shown it all the same.
    if (more.length === 0) keepTeamEffort(app, group, span, effort).catch(() => undefined);
  };
  const columns: [string, Effort | null][] = [
    [t('coaching.effort_rated'), rated],
    [t('coaching.effort_unrated'), unrated],
    [t('coaching.effort_team'), shownTeam],
  ];
  const shown = columns.filter((one): one is [string, Effort] => one[1] !== null);
  return (
    <Stack>
      <Title>{t('coaching.effort')}</Title>
      <Table>
        <thead>
          <tr>
            <td />
            {shown.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effortNames.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`coaching.effort_${name}`)}</th>
              {shown.map(([column, effort]) => (
                <td key={column}>
                  <Average isTime={name === 'waited'} {...effort[name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {failure && <FailureNote kind={failure.kind} title={t('coaching.effort_failed')} onRetry={retry} />}
      <Line className="no-print">
        {!unrated && (
          <Button
            size="small"
            aria-disabled={isBusy}
            onClick={() => void run(onUnrated, t('coaching.effort_shown'))}
          >
            {t('coaching.look_unrated')}
          </Button>
        )}
        {counter && !team && compared && (
          <Button
            size="small"
            aria-disabled={isBusy}
            onClick={() => void run(onTeam, t('coaching.effort_shown'))}
          >
            {t('coaching.look_team', { most: mostCompared })}
          </Button>
        )}
      </Line>
      <Quiet>{t('coaching.effort_rule')}</Quiet>
    </Stack>
  );
}

function Average({ value, n, isTime }: { value: number | null; n: number; isTime: boolean }): ReactNode {
  const app = useApp();
  if (value === null) return app.t('coverage.none');
  const text = isTime ? spanText(value * 60_000, app.locale, true) : numberText(app, value);
  return app.t('coaching.average', { value: text, count: n });
}
