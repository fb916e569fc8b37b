/** The queue bar: search, filters with counts, order, columns, the whole list, the file and the link. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newOperation } from '../../src/actions/newOperation.ts';
import { record } from '../../src/actions/record.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { emptyFeedback } from '../../src/care/feedback.ts';
import type { Bucket, NewEvent } from '../../src/care/ledger.ts';
import { decodeQuery } from '../../src/care/query.ts';
import { listRecordOf } from '../../src/zendesk/feedbackRecords.ts';
import { customerId, solvedTicket } from '../actions/tickets.ts';
import { caseWith, feedbackWith, ratedWith } from '../care/queueRows.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { apps, callsSince, openTriageOn } from './render.tsx';

const hour = 3_600_000;
const search = '/api/v2/custom_objects/fl_feedback/records/search';
let workspace: Workspace;
let admin: App;
// Compiled before any test waits for it.
beforeAll(
  () => Promise.all([import('../../src/ui/queue/QueueBar.tsx'), import('../../src/ui/queue/ask.ts')]),
  120_000,
);
vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  workspace = createWorkspace({ apps, hasStory: false });
  admin = await createTestApp(workspace, 'admin');
  await setUp(admin, () => {});
  workspace.world.unknowns.indexLagSeconds = 0;
});

interface Given {
  value?: number;
  dueIn?: number;
  bucket?: Bucket;
  topic?: string;
}

/** A case of one of the world's tickets, recorded as the app records them. */
async function recorded({ value = 1, dueIn = hour, bucket, topic }: Given = {}): Promise<string> {
  const ticketId = solvedTicket(workspace.world);
  const now = workspace.world.now();
  const [revision] = ratedWith({ value, verdict: 'bad', answeredAt: now - hour }).revisions;
  if (!revision) throw new Error('no rating');
  const { seenAt: _, ...rating } = revision;
  const facts: [NewEvent, ...NewEvent[]] = [
    { kind: 'rated', body: { ratings: [rating], isAlreadyRevised: false } },
    {
      kind: 'case_opened',
      body: {
        rule: 'csat_below',
        threshold: 3,
        dueAt: now + dueIn,
        soonAt: null,
        firstDueAt: null,
        isProvisional: false,
      },
    },
    ...(bucket ? [{ kind: 'bucket_set' as const, body: { bucket, topic: topic ?? null, note: null } }] : []),
  ];
  const subject = { ticketId, requesterId: String(customerId) };
  const done = await record(
    admin,
    emptyFeedback(`ticket:${ticketId}`),
    subject,
    () => facts,
    newOperation(),
    false,
  );
  await done.listed;
  return ticketId;
}

/** So many cases at once, of tickets that are not there: records as the lists read them. */
async function recordedMany(count: number): Promise<void> {
  const now = workspace.world.now();
  // The customer is there, and nothing of theirs waits.
  solvedTicket(workspace.world);
  const records = Array.from({ length: count }, (_, index) => {
    const feedback = feedbackWith(900_000 + index, {
      ...ratedWith({ value: 1 + (index % 2), verdict: 'bad', answeredAt: now - hour }),
      case: caseWith({ dueAt: now + (index + 1) * hour, openedAt: now - hour }, now),
    });
    return listRecordOf(feedback, { requester: String(customerId) });
  });
  for (const custom_object_record of records) {
    const url = `/api/v2/custom_objects/fl_feedback/records?external_id=${custom_object_record.external_id}`;
    const init = {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ custom_object_record }),
    };
    expect((await workspace.fetchAs('admin')(url, init)).ok).toBe(true);
  }
}

async function openQueue() {
  await whenIdle(workspace);
  const opened = await openTriageOn(workspace, 'lead', undefined, createTestHub()());
  await screen.findByRole('searchbox', { name: 'Search the cases' }, { timeout: 15_000 });
  return opened;
}

const rows = () => screen.queryAllByRole('row').filter((row) => row.getAttribute('aria-selected') !== null);
const ticketsShown = () =>
  rows().map((row) => /#(\d+)/.exec(row.querySelector('[data-column=ticket]')?.textContent ?? '')?.[1]);
const shows = (...tickets: string[]) => waitFor(() => expect(ticketsShown()).toEqual(tickets));
const tab = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'Which cases' })).getByRole('button', { name });
const head = (name: string) =>
  within(screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })).getByRole('button');

describe('a search', () => {
  it('begins with /, finds by topic and number, and gives all back when its chip is pressed', async () => {
    const first = await recorded({ bucket: 'process', topic: 'login page' });
    const second = await recorded({ dueIn: 2 * hour });
    const { user } = await openQueue();
    await shows(first, second);
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('LOGIN');
    await shows(first);
    expect(tab(/^Open/).textContent).toBe('Open1');
    await user.click(screen.getByRole('button', { name: 'Remove: Contains: LOGIN' }));
    await shows(first, second);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
    await user.type(screen.getByRole('searchbox'), `#${second}`);
    await shows(second);
  });

  it('that finds nothing offers the way back', async () => {
    const ticket = await recorded();
    const { user } = await openQueue();
    await user.type(screen.getByRole('searchbox'), 'zebra');
    expect(await screen.findByText('No case matches what you asked for.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await shows(ticket);
  });
});

describe('a filter', () => {
  it('says how many cases each choice leaves, limits list and counts, and can be taken back', async () => {
    const process = await recorded({ bucket: 'process' });
    const agent = await recorded({ bucket: 'agent', dueIn: 2 * hour, value: 2 });
    const { user } = await openQueue();
    await user.click(screen.getByRole('button', { name: /^Filter/ }));
    const sheet = await screen.findByRole('dialog', { name: 'Filter' });
    await user.click(await within(sheet).findByRole('checkbox', { name: 'Process 1' }));
    await shows(process);
    expect(tab(/^Open/).textContent).toBe('Open1');
    expect(await within(sheet).findByRole('checkbox', { name: 'Agent 1' })).toBeTruthy();
    expect(await within(sheet).findByRole('checkbox', { name: '2/5 0' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Filter: 1/ }));
    await user.click(screen.getByRole('button', { name: 'Remove: Bucket: Process' }));
    await shows(process, agent);
  });
});

describe('the order', () => {
  it('is that of the column whose head was pressed, the other way round by a second press', async () => {
    const low = await recorded({ value: 1, dueIn: 3 * hour });
    const high = await recorded({ value: 2, dueIn: hour });
    const { user } = await openQueue();
    await shows(high, low);
    await user.click(head('Score'));
    await shows(low, high);
    expect(screen.getByRole('columnheader', { name: /^Score/ }).getAttribute('aria-sort')).toBe('ascending');
    await user.click(head('Score'));
    await shows(high, low);
    expect(screen.getByRole('columnheader', { name: /^Score/ }).getAttribute('aria-sort')).toBe('descending');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.getByRole('columnheader', { name: /^Due/ }).getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('columns', () => {
  it('are chosen by a person and kept for the tab, the priority with its formula in words', async () => {
    await recorded({ value: 1, dueIn: 12 * hour });
    const { user, hub, unmount } = await openQueue();
    await user.click(screen.getByRole('button', { name: /^Columns/ }));
    await user.click(await screen.findByRole('checkbox', { name: 'Priority' }));
    const cell = () => rows()[0]?.querySelector('[data-column=priority]');
    await waitFor(() => expect(cell()?.textContent).toBe('45'));
    expect(cell()?.getAttribute('title')).toBe('45 = 25 for 12 hr left + 20 for 1/5');
    unmount();
    await openTriageOn(workspace, 'lead', undefined, hub);
    await waitFor(() => expect(cell()?.textContent).toBe('45'));
  });
});

describe('what is overdue', () => {
  it('has a view of its own', async () => {
    const late = await recorded({ dueIn: -hour });
    await recorded({ dueIn: hour });
    const { user } = await openQueue();
    expect(tab(/^Overdue/).textContent).toBe('Overdue1');
    await user.click(tab(/^Overdue/));
    await shows(late);
  });
});

describe('more cases than a page', () => {
  beforeEach(() => recordedMany(190));

  it('say so, and are all read on a press, records alone', async () => {
    const { user } = await openQueue();
    expect(tab(/^Open/).textContent).toBe('Open90+');
    const before = workspace.exchanges().length;
    await user.click(screen.getByRole('button', { name: 'Read all' }));
    await waitFor(() => expect(tab(/^Open/).textContent).toBe('Open190'));
    await whenIdle(workspace);
    const calls = callsSince(workspace, before);
    expect(calls.filter((call) => call.includes(search)).length).toBeLessThanOrEqual(2);
    expect(calls.filter((call) => call.includes('show_many'))).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('are read on by themselves where a part of them is asked for', async () => {
    const { user } = await openQueue();
    await user.click(tab(/^Unassigned/));
    await waitFor(() => expect(tab(/^Unassigned/).textContent).toBe('Unassigned190'));
  });

  it('are read with their tickets and names where a search needs them, once each', async () => {
    const { user } = await openQueue();
    const before = workspace.exchanges().length;
    await user.type(screen.getByRole('searchbox'), 'Ines');
    await waitFor(() => expect(tab(/^Open/).textContent).toBe('Open190'), { timeout: 10_000 });
    await whenIdle(workspace);
    const calls = callsSince(workspace, before).filter((call) => call.includes('tickets/show_many'));
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  it('that cannot be read on say so, keep what was read, and go on when asked to', async () => {
    const { user } = await openQueue();
    workspace.setFaults([{ method: 'POST', path: search, kind: '503' }]);
    await user.click(screen.getByRole('button', { name: 'Read all' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The cases could not be read');
    expect(tab(/^Open/).textContent).toBe('Open90+');
    workspace.setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(tab(/^Open/).textContent).toBe('Open190'));
  });
});

describe('the file', () => {
  it('holds the rows that are shown, and says that names are in it', async () => {
    const blobs: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        blobs.push(blob);
        return 'blob:cases';
      },
      revokeObjectURL: () => {},
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const ticket = await recorded({ bucket: 'agent' });
    const { user } = await openQueue();
    await user.click(screen.getByRole('button', { name: /^CSV/ }));
    const sheet = await screen.findByRole('dialog', { name: 'CSV' });
    expect(within(sheet).getByText(/Names of customers and colleagues are in the file/)).toBeTruthy();
    await user.click(within(sheet).getByRole('button', { name: 'Download' }));
    expect(await within(sheet).findByText('One row is in the file.')).toBeTruthy();
    const reader = new FileReader();
    const text = await new Promise<string>((resolve) => {
      reader.onload = () => resolve(String(reader.result));
      if (blobs[0]) reader.readAsText(blobs[0]);
    });
    expect(text).toContain(`Ines Prado,Where is my parcel? #${ticket},1/5,Agent`);
  });
});

describe('a link to the query', () => {
  it('leads to the same rows, and is there to be copied by hand where the browser forbids it', async () => {
    await recorded({ bucket: 'process' });
    const { user } = await openQueue();
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
    fireEvent.click(head('Score'));
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    const field = await screen.findByRole<HTMLInputElement>('textbox');
    expect(field.value).toMatch(/\/agent\/apps\/feedback-loop\/queue\/zscore$/);
    expect(decodeQuery('zscore').sort).toEqual({ by: 'score', isDescending: false });
  });
});
