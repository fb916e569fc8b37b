/** Teams as sums, for agents to compare themselves with: written by leads, read by everybody, no persons in them. */
import type { App } from '../app.ts';
import type { Effort } from '../care/coaching/effort.ts';
import type { Team } from '../care/coaching/roster.ts';
import type { Span } from '../care/coaching/span.ts';
import { isTold, parseTeam, type TeamDoc } from '../care/coaching/team.ts';
import type { Period } from '../care/insights/question.ts';
import { readDocs, writeDocs } from '../zendesk/docs.ts';

const keyOf = (group: string, span: Span) => `team:${group}:${span}`;
const prefix = 'team:'.length;
const groupOf = (key: string) => key.slice(prefix, key.lastIndexOf(':'));

/** Milliseconds a team's sums are good for before they are written anew. */
const freshFor = 12 * 3_600_000;

/** By group and as `all`; those nobody wrote, and of too few people, are absent. One call. Throws `Failure`. */
export async function readTeamSheets(
  app: App,
  groupIds: readonly string[],
  span: Span,
): Promise<Record<string, TeamDoc>> {
  const keys = [...new Set([...groupIds, 'all'])].map((group) => keyOf(group, span));
  const docs = await readDocs(app.zendesk.http, 'sheet', keys);
  const teams = docs.map(({ key, body }) => [groupOf(key), parseTeam(body)] as const);
  return Object.fromEntries(
    teams.filter((one): one is readonly [string, TeamDoc] => one[1] !== null && isTold(one[1])),
  );
}

/** In the background: writes those that are old, of enough people. One call, and a job where there are some. Throws `Failure`. */
export async function keepTeamSheets(
  app: App,
  span: Span,
  { from, to }: Period,
  teams: Readonly<Record<string, Team>>,
): Promise<void> {
  if (app.configuration.hidesAgents) return;
  const told = Object.entries(teams)
    .filter(([, team]) => isTold(team))
    .slice(0, 100);
  if (told.length === 0) return;
  const keys = told.map(([group]) => keyOf(group, span));
  const found = await readDocs(app.zendesk.http, 'sheet', keys, 'background');
  const old = told.filter(([group]) => {
    const doc = found.find(({ key }) => key === keyOf(group, span));
    return !doc || app.now() - doc.updatedAt > freshFor || !parseTeam(doc.body);
  });
  const effortOf = (group: string): Effort | null =>
    parseTeam(found.find(({ key }) => key === keyOf(group, span))?.body)?.effort ?? null;
  await writeDocs(
    app.zendesk.http,
    'sheet',
    old.map(([group, team]) => ({
      key: keyOf(group, span),
      body: { from, to, ...team, effort: effortOf(group) } satisfies TeamDoc,
    })),
  );
}

/** What colleagues' tickets took, for agents to see beside their own; nothing where no team's sums stand. Throws `Failure`. */
export async function keepTeamEffort(
  app: App,
  group: string | null,
  span: Span,
  effort: Effort,
): Promise<void> {
  const { http } = app.zendesk;
  const key = keyOf(group ?? 'all', span);
  const [doc] = await readDocs(http, 'sheet', [key], 'background');
  const team = parseTeam(doc?.body);
  if (team) await writeDocs(http, 'sheet', [{ key, body: { ...team, effort } satisfies TeamDoc }]);
}
