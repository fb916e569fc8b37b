import { useQuery } from '@tanstack/react-query';
import { readTeamSheets } from '../../actions/keepTeamSheets.ts';
import { readSheet, type SheetData } from '../../actions/readSheet.ts';
import type { Effort } from '../../care/coaching/effort.ts';
import { othersOf, type Team, type TeamChosen, teamIn } from '../../care/coaching/roster.ts';
import { type Sheet, sheetOf } from '../../care/coaching/sheet.ts';
import type { Span } from '../../care/coaching/span.ts';
import type { Sums } from '../../care/coaching/sums.ts';
import { asFailure, type Failure } from '../../care/failure.ts';
import type { Period } from '../../care/insights/question.ts';
import { useApp } from '../useApp.ts';

export interface SheetUse {
  data: SheetData | null;
  sheet: Sheet | null;
  /** Groups the agent worked in. */
  groupIds: string[];
  /** Who the agent is compared with; `null` where that is not known, or too few. */
  compared: { others: Sums; groupIds: readonly string[] | null; effort: Effort | null } | null;
  /** The team's sums are there, perhaps, and could not be read. */
  teamFailure: Failure | null;
  isReading: boolean;
  failure: Failure | null;
  reload: () => void;
}

/** One agent's sheet; `teams` as a lead counted them, `null` to read what a lead left for agents. */
export function useSheet(
  agentId: string,
  span: Span,
  period: Period,
  teams: Readonly<Record<string, Team>> | null | 'told',
): SheetUse {
  const app = useApp();
  const { from, to } = period;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['sheet', agentId, from, to],
    queryFn: () => readSheet(app, agentId, { from, to }),
    refetchOnMount: 'always',
    structuralSharing: false,
  });
  const rows = data?.rows ?? [];
  const groupIds = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))].sort();
  const told = useQuery({
    queryKey: ['sheet-team', span, ...groupIds],
    queryFn: () => readTeamSheets(app, groupIds, span),
    enabled: teams === 'told' && rows.length > 0,
  });
  const known = teams === 'told' ? (told.data ?? null) : teams;
  const chosen = known && teamIn(known, groupIds);
  return {
    data: data ?? null,
    sheet: data ? sheetOf(data.rows, data.moved) : null,
    groupIds,
    compared: chosen && comparedWith(chosen, told.data ?? {}, data, period),
    teamFailure: told.error ? asFailure(told.error) : null,
    isReading: isFetching,
    failure: error ? asFailure(error) : null,
    reload: () => {
      void refetch();
      if (told.error) void told.refetch();
    },
  };
}

function comparedWith(
  chosen: TeamChosen,
  told: Awaited<ReturnType<typeof readTeamSheets>>,
  data: SheetData | undefined,
  period: Period,
): SheetUse['compared'] {
  const doc = told[chosen.groupIds?.[0] ?? 'all'];
  const others = othersOf(chosen, data?.rows ?? [], doc ?? period);
  const isOne = chosen.groupIds === null || chosen.groupIds.length === 1;
  return others.n > 0
    ? { others, groupIds: chosen.groupIds, effort: isOne ? (doc?.effort ?? null) : null }
    : null;
}
