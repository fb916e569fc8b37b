/** The month's pack over an account: figures, searches, comments nobody can be told from, Markdown and CSV. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createCounter } from '../../src/actions/counter.ts';
import { csvOf } from '../../src/actions/exportCases.ts';
import { findIssueTickets } from '../../src/actions/findIssueTickets.ts';
import { packTable } from '../../src/actions/packTable.ts';
import { type PackWords, packMarkdown } from '../../src/actions/packText.ts';
import { readIssues } from '../../src/actions/readIssues.ts';
import { readPack } from '../../src/actions/readPack.ts';
import { readReport } from '../../src/actions/readReport.ts';
import { saveIssue } from '../../src/actions/saveIssue.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { emptyIssueDraft } from '../../src/care/issues/issue.ts';
import type { Pack } from '../../src/care/issues/pack.ts';
import { writeDoc } from '../../src/zendesk/docs.ts';
import { storedIssue } from '../care/issues/issues.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp } from '../testApp.ts';
import { liveThroughMonths } from '../ui/issuesMonth.ts';

let workspace: Workspace;
let lead: App;
const october = { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 10, 1) };
const september = { from: Date.UTC(2026, 8, 1), to: october.from };

/** One account for all: nothing here is changed by reading it. */
beforeAll(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  const { world } = workspace;
  world.unknowns.indexLagSeconds = 0;
  let real = 0;
  world.realNow = () => {
    real += 61_000;
    return real;
  };
  const admin = await createTestApp(workspace, 'admin', { timeoutMs: 20_000 });
  await setUp(admin, () => {});
  await liveThroughMonths(admin, world);
  for (const ticket of world.tickets.values())
    if (ticket.subject === 'Cannot sign in' && ticket.id % 2 === 0) ticket.tags.push('login_page');
  const configuration = { version: 2, otherLeads: [String(personas.lead)] };
  lead = await createTestApp(workspace, 'lead', { timeoutMs: 20_000, configuration });
  const promisedAt = october.from + 5 * 86_400_000;
  const {
    id,
    updatedAt: _at,
    byId: _by,
    ...issue
  } = storedIssue({
    name: '=Login | page',
    topics: ['Login page'],
    ownerName: 'Paula',
    ask: 'The <old> page',
    status: 'agreed',
    promisedAt,
    promisedIn: '2026-10',
    id: 'login',
  });
  await writeDoc(lead.zendesk.http, 'issue', id, issue);
}, 120_000);

async function read(app = lead): Promise<Pack> {
  const { columns, asOf } = await readReport(app, { from: september.from, to: october.to });
  const { issues } = await readIssues(app);
  const counter = createCounter(columns);
  const asked = { month: october, before: september, asOf, hasSuspected: false, issues, watches: {} };
  return readPack(app, counter.ask, asked).finally(counter.stop);
}

const words: PackWords = {
  month: 'October 2026',
  sentence: ({ sentence, name }) => `${name}: ${sentence.kind} ${sentence.own.k} of ${sentence.own.n}`,
  owner: ({ ownerName }) => ownerName || null,
};

describe('the pack', () => {
  it('has the issue first, then topics nobody took up that pull the whole down, each with its month', async () => {
    const pack = await read();
    expect(pack.ranked.map(({ name, issue }) => [name, issue !== null])).toEqual([
      ['=Login | page', true],
      ['Returns', false],
      ['Gift cards', false],
    ]);
    const [login] = pack.ranked;
    expect(login?.sentence).toMatchObject({ kind: 'claim', own: { k: 32, n: 50 }, rest: { k: 120, n: 148 } });
    expect(login).toMatchObject({ csatBefore: { k: 10, n: 12 }, searchFailure: null });
    expect(pack).toMatchObject({
      month: '2026-10',
      csat: { k: 152, n: 198 },
      untopiced: 43,
      hasVerbatims: true,
    });
    expect(pack.promises.map(({ issue, state }) => [issue.name, state])).toEqual([
      ['=Login | page', 'not_done'],
    ]);
  });

  it('quotes at most three comments of bad ratings an issue, one a customer, without a name in them', async () => {
    const { world } = workspace;
    const bad = [...world.tickets.values()].filter(
      ({ subject, rating }) => subject === 'Cannot sign in' && rating.score === 'bad',
    );
    const customerOf = (id: number) => world.users.get(id)?.name ?? '';
    for (const ticket of bad)
      ticket.rating.comment = `${customerOf(ticket.requester_id)} (a@b.example) waits for order 471100 since day ${ticket.id % 31}`;
    const [login] = (await read()).ranked;
    expect(login?.verbatims).toHaveLength(3);
    for (const { text } of login?.verbatims ?? [])
      expect(text).toMatch(/^\[…\] \(\[…\]\) waits for order \[…\] since day \d+$/);
    const customers = login?.verbatims.map(
      ({ key }) => world.tickets.get(Number(key.slice(7)))?.requester_id,
    );
    expect(new Set(customers).size).toBe(3);
  });

  it('says that comments could not be read, and has all else', async () => {
    const { columns, asOf } = await readReport(lead, { from: september.from, to: october.to });
    const counter = createCounter(columns);
    const { issues } = await readIssues(lead);
    const asked = { month: october, before: september, asOf, hasSuspected: false, issues, watches: {} };
    workspace.setFaults([{ path: '/api/v2/tickets/show_many', kind: '403' }]);
    const pack = await readPack(lead, counter.ask, asked);
    workspace.setFaults([]);
    expect(pack).toMatchObject({ hasVerbatims: false });
    expect(pack.ranked[0]?.sentence.own).toMatchObject({ k: 32, n: 50 });
    expect(packMarkdown(lead, pack, words)).toContain('Comments could not be read');
  });

  it('as Markdown has every number with its n, and nobody’s text as markup', async () => {
    const text = packMarkdown(lead, await read(), words);
    expect(text).toContain('# Customer feedback: issues of October 2026');
    expect(text).toContain('### 1. \\=Login \\| page (agreed)');
    expect(text).toContain('The \\<old\\> page');
    expect(text).toMatch(/CSAT of all: 76\.8% \(152 of 198; 95 % 70-82\)/);
    expect(text).toContain('CSAT 83.3% (10 of 12; 95 % 55-95)');
    expect(text).toContain(
      '- **\\=Login \\| page**: promised this month; not done, 43 days old; owner Paula',
    );
    expect(text.indexOf('## What was promised')).toBeLessThan(text.indexOf('## Issues, by what'));
    for (const line of text.split('\n').filter((one) => /\d(\.\d)?\s?%/.test(one)))
      expect(line).toMatch(/\d+ of \d+|95 %/);
  });

  it('as a table keeps a row for each promise, issue and topic, and no formula', async () => {
    const table = packTable(lead, await read(), words);
    expect(table.data.map(([part]) => part)).toEqual(['Promise', 'Issue', 'Topic', 'Topic']);
    const cell = (row: number, field: string) => table.data[row]?.[table.fields.indexOf(field)];
    expect([cell(1, 'Rated'), cell(1, 'Good'), cell(1, 'CSAT')]).toEqual(['50', '32', '0.64']);
    expect(cell(1, 'Rest: CSAT')).toBe('0.8108');
    const csv = await csvOf(table);
    expect(csv).toContain("'=Login | page");
    expect(csv).not.toMatch(/(^|,)"?=/m);
  });
});

describe('an issue’s own search', () => {
  it('finds its tickets of the month, and some weeks before, rated or not', async () => {
    const { tickets, isCut } = await findIssueTickets(lead, 'tags:login_page', october);
    const expected = [...workspace.world.tickets.values()].filter(
      ({ tags, created_at: at }) =>
        tags.includes('login_page') && at >= october.from - 60 * 86_400_000 && at < october.to,
    );
    expect(tickets.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(tickets.length).toBeGreaterThan(20);
    expect(isCut).toBe(false);
  });

  it('that Zendesk refuses leaves the topics, and says so', async () => {
    workspace.setFaults([{ path: '/api/v2/search/export', kind: '422' }]);
    const made = await saveIssue(
      lead,
      { ...emptyIssueDraft, name: 'Refunds', topics: ['Returns'], query: 'created>x' },
      null,
    );
    const pack = await read();
    workspace.setFaults([]);
    const refunds = pack.ranked.find(({ name }) => name === 'Refunds');
    expect(refunds).toMatchObject({
      searchFailure: 'invalid',
      figures: { basis: 'topics' },
      sentence: { own: { n: 25 } },
    });
    expect(packMarkdown(lead, pack, words)).toContain('Its search could not be run');
    expect(made.kind).toBe('saved');
  });
});
