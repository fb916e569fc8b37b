/**
 * What insights read, each call failing in every way: it is told whole, or told as missing, whether rollups were built
 * or not.
 */
import { afterAll, describe, it } from 'vitest';
import { createCounter } from '../src/actions/counter.ts';
import { keepTeamSheets, readTeamSheets } from '../src/actions/keepTeamSheets.ts';
import { loadLedgers, planLedgers } from '../src/actions/loadLedgers.ts';
import { type BehindPage, readBehind } from '../src/actions/readBehind.ts';
import { readIssues } from '../src/actions/readIssues.ts';
import { readPack } from '../src/actions/readPack.ts';
import { type ReportData, readReport } from '../src/actions/readReport.ts';
import { readSheet } from '../src/actions/readSheet.ts';
import { readTeamEffort, readUnratedEffort } from '../src/actions/readSheetEffort.ts';
import { readSheetItems } from '../src/actions/readSheetItems.ts';
import { readSheetProtection } from '../src/actions/readSheetProtection.ts';
import { readValue } from '../src/actions/readValue.ts';
import { rebuildRollups } from '../src/actions/rebuildRollups.ts';
import { saveIssue } from '../src/actions/saveIssue.ts';
import { addSheetItem } from '../src/actions/writeSheetItem.ts';
import type { App } from '../src/app.ts';
import { keyAt } from '../src/care/insights/columns.ts';
import type { Pack } from '../src/care/issues/pack.ts';
import type { CachedLedger, LedgerCache } from '../src/zendesk/ledgerCache.ts';
import { agent, appOf, billing, rated } from './actions/coachingWorld.ts';
import { day } from './actions/huddleWorld.ts';
import type { Workspace } from './emulator/inProcess.ts';
import { createTicket } from './emulator/world/changeTicket.ts';
import { personas } from './emulator/world/people.ts';
import { isEqual, type Reading, readEachWay } from './faultMatrix.ts';
import { action, draft, guardedAccount, leading, month, personIn, place, teams } from './insightsPeople.ts';

let survived = 0;
afterAll(() => {
  process.stdout.write(`reliability of reading: ${survived} combinations survived\n`);
});

/** A cache nothing outlives. */
function emptyCache(): LedgerCache {
  const kept = new Map<string, CachedLedger>();
  return {
    isKept: () => false,
    read: async (keys) => new Map([...kept].filter(([key]) => keys.includes(key))),
    write: async (ledgers) => {
      for (const one of ledgers) kept.set(one.key, one);
    },
  };
}

const control = { isStopped: () => false, onProgress: () => {}, clock: () => performance.now() };
const always = { from: 0, to: 8e15 };
const keysOf = ({ columns }: ReportData) =>
  Array.from({ length: columns.n }, (_, index) => keyAt(columns, index)).sort();
const tellsKeys: Reading['mayTell'] = (told, whole) => {
  const { broken, since } = told as ReportData;
  return broken > 0 || since !== null || isEqual(keysOf(told as ReportData), keysOf(whole as ReportData));
};

async function packOf(app: App): Promise<Pack> {
  const period = { from: app.now() - 30 * day, to: app.now() + day };
  const before = { from: period.from - 30 * day, to: period.from };
  const { columns, asOf } = await readReport(app, { from: before.from, to: period.to });
  const { issues } = await readIssues(app);
  const counter = createCounter(columns);
  const asked = { month: period, before, asOf, hasSuspected: false, issues, watches: {} };
  return readPack(app, counter.ask, asked).finally(counter.stop);
}

/** Where reports are read from the rollups, and where nobody built any. */
const reads: Record<string, Reading> = {
  'a report': { read: (app) => readReport(app, always), mayTell: tellsKeys },
  'the tickets behind a number': {
    read: (app) => readBehind(app, ['ticket:101', 'ticket:102']),
    // Without the customers' names it is a list all the same.
    mayTell: (told, whole) => {
      const nameless = ({ rows, hidden }: BehindPage) => [
        rows.map((row) => ({ ...row, customer: null })),
        hidden,
      ];
      return isEqual(nameless(told as BehindPage), nameless(whole as BehindPage));
    },
  },
  'the monthly pack': {
    read: packOf,
    mayTell: (told, whole) => {
      const [one, other] = [told as Pack, whole as Pack];
      const isUnsearched = [...one.ranked, ...one.few].some(({ searchFailure }) => searchFailure !== null);
      const isWordless = one.hasVerbatims !== other.hasVerbatims;
      return isUnsearched || isWordless || isEqual({ ...one, asOf: 0 }, { ...other, asOf: 0 });
    },
  },
  'the issues': { read: (app) => readIssues(app) },
  'what customers are worth': {
    read: (app) =>
      readValue(
        app,
        { of: 'user', fieldKey: 'worth', unit: '€' },
        ['101', '102'].map((ticketId) => ({ ticketId, isContacted: false, isRecovered: false })),
        control,
      ),
  },
  'the courses of cases': {
    read: async (app) => {
      const cache = emptyCache();
      const rows = ['ticket:101', 'ticket:102'].map((key) => ({ key, rev: 1 }));
      const whenGoing = async () => {};
      const loaded = await loadLedgers(app, await planLedgers(cache, rows), { ...control, cache, whenGoing });
      return [[...loaded.courses], loaded.unread];
    },
  },
  'an agent’s sheet': {
    read: async (app) => {
      const { efforts, comments, ...sheet } = await readSheet(app, agent, always);
      return { ...sheet, efforts: [...efforts], comments: [...comments] };
    },
  },
  'what was agreed': { read: (app) => readSheetItems(app, agent, true) },
  'whether sheets are guarded': {
    read: readSheetProtection,
    // Refused or not there is the same to whoever asks.
    mayTell: (told, whole) => isEqual(told, whole) || (told as { kind: string }).kind !== 'guarded',
  },
  'the team’s sums': { read: (app) => readTeamSheets(app, [billing], '90') },
  'what the team’s tickets took': { read: (app) => readTeamEffort(app, ['ticket:101', 'ticket:102']) },
  'what unrated tickets took': { read: (app) => readUnratedEffort(app, agent, always, new Set()) },
};

/** Some of everything that can be read. */
async function readable(hasRollups: boolean): Promise<Workspace> {
  const { workspace, admin } = await guardedAccount();
  // A minute between any two calls: no limit is met.
  let real = 0;
  workspace.world.realNow = () => {
    real += 61_000;
    return real;
  };
  const patient = await appOf(workspace, 'admin');
  await rated(patient, workspace, {
    agentId: agent,
    csat: 1,
    comment: 'Slow.',
    bucket: 'process',
    topic: 'login',
  });
  await rated(patient, workspace, { agentId: agent, csat: 5, comment: 'Kind.', ago: 40 });
  if (hasRollups) await rebuildRollups(patient, { isStopped: () => false, onProgress: () => {} });
  // Nobody rated it: only the issue's own search finds it.
  const asked = { subject: 'Sign in', requester_id: personas.agent, tags: ['login'] };
  const comment = { body: 'no', public: true, author_id: personas.agent };
  const said = {
    authorId: personas.agent,
    channel: 'email',
    at: workspace.world.now() - day,
    isHistory: true,
  };
  createTicket(workspace.world, { ...asked, comment }, said);
  await saveIssue(admin, { ...draft, query: 'tags:login' }, null, 'issue-1', 'op');
  await addSheetItem(admin, { ...place, isGuarded: true }, action, 'item-1');
  await keepTeamSheets(patient, '90', month(workspace), teams);
  return workspace;
}

describe.each([
  ['from the rollups', true],
  ['from the records', false],
])('reading %s', (_, hasRollups) => {
  it('tells all there is, or what is missing, whichever of its calls failed in whatever way', async () => {
    const workspace = await readable(hasRollups);
    for (const [name, reading] of Object.entries(reads)) {
      const only = ['a report', 'the monthly pack'].includes(name);
      if (hasRollups || only)
        survived += await readEachWay(workspace, () => personIn(workspace, 'admin', leading), reading);
    }
  }, 120_000);
});
