/** For leads: the agents, and the sheet of the one that was chosen. */
import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useRef, useState } from 'react';
import { keepTeamSheets } from '../../actions/keepTeamSheets.ts';
import type { Reach } from '../../care/coaching/reach.ts';
import type { Span } from '../../care/coaching/span.ts';
import type { Period } from '../../care/insights/question.ts';
import { FailureNote } from '../FailureNote.tsx';
import { isolate } from '../formats.ts';
import { useAsk, useCounter } from '../insights/useCounter.ts';
import { useNames } from '../insights/useNames.ts';
import { useReportData } from '../insights/useReportData.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { AgentSheet } from './AgentSheet.tsx';
import { Roster } from './Roster.tsx';

interface Props {
  reach: Reach;
  span: Span;
  period: Period;
}

export function LeadSheets({ reach, span, period }: Props) {
  const app = useApp();
  const { t } = app;
  const report = useReportData([period]);
  const counter = useCounter(report.data?.columns ?? null);
  const roster = useAsk(counter, 'roster', [period, reach]);
  const teams = useAsk(counter, 'teams', [period]);
  const [chosen, setChosen] = useState<string | null>(null);
  const agents = roster.data ?? [];
  const ids = [...new Set([...agents.map(({ agentId }) => agentId), ...(chosen ? [chosen] : [])])];
  const { people } = useNames([{ dimension: 'agent', values: ids }]);
  const nameOf = (id: string) => people[id] ?? t('coaching.unnamed', { id });
  const isWhole = report.data !== null && report.data.since === null && !report.data.isFormer;
  useEffect(() => {
    // For agents to compare themselves with: missing it, their page says so.
    if (isWhole && teams.data) keepTeamSheets(app, span, period, teams.data).catch(() => undefined);
  }, [app, isWhole, span, period, teams.data]);
  const last = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) last.current = chosen;
    else if (last.current !== null)
      list.current?.querySelector<HTMLElement>(`[data-agent="${last.current}"]`)?.focus();
  }, [chosen]);

  if (chosen !== null)
    return (
      <Stack $gap={16}>
        <div className="no-print">
          <Button size="small" onClick={() => setChosen(null)}>
            {t('coaching.back')}
          </Button>
        </div>
        <AgentSheet
          key={chosen}
          agentId={chosen}
          name={chosen === app.user.id ? null : isolate(nameOf(chosen))}
          span={span}
          period={period}
          lead={{ counter, teams: teams.data }}
        />
      </Stack>
    );
  const failure = report.failure ?? roster.failure;
  return (
    <Stack $gap={12} ref={list}>
      {failure && <FailureNote kind={failure.kind} title={t('coaching.failed')} onRetry={report.reload} />}
      {report.data?.since !== null && report.data && <Quiet>{t('coaching.partial')}</Quiet>}
      {report.data?.isFormer && <Quiet>{t('coaching.former')}</Quiet>}
      {roster.data ? (
        <Roster agents={agents} nameOf={nameOf} onChoose={setChosen} />
      ) : (
        !failure && (
          <Stack $gap={10} aria-busy="true">
            <Quiet>{t('coaching.loading_agents')}</Quiet>
            <Skeleton height="28px" />
            <Skeleton height="28px" />
          </Stack>
        )
      )}
    </Stack>
  );
}
