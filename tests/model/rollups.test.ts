/**
 * Rollups under everything that may happen to them: people who press, delete and change settings, keepers whose calls
 * come in any order or never come back, records that go. After one more round the reports are what the ledgers say.
 * Chunks hold three rows here, and a page of the export one record, so that a dozen feedbacks are many.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Round } from '../../src/actions/keepRollups.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { setAside } from '../../src/actions/setAside.ts';
import { setBucket } from '../../src/actions/setBucket.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { App } from '../../src/app.ts';
import { buckets } from '../../src/care/ledger.ts';
import { writeDoc } from '../../src/zendesk/docs.ts';
import { anything } from '../../src/zendesk/fields.ts';
import {
  chunkRows,
  configure,
  keep,
  keeperOf,
  minute,
  openRollups,
  rated,
  reported,
  rowsOf,
  subjectOf,
  truthOf,
} from '../actions/rollupWorld.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { whenIdle } from '../testApp.ts';

vi.mock(import('../../src/care/insights/chunk.ts'), async (original) => ({
  ...(await original()),
  mostRows: 3 as 1500,
}));

const mishaps = ['lost_request', 'lost_answer', 'busy', 'down', 'refused'] as const;
type Mishap = (typeof mishaps)[number];

const pageOfOne: (fetchIt: typeof fetch) => typeof fetch = (fetchIt) => (input, init) =>
  fetchIt(String(input).replace('per_page=1000', 'per_page=1'), init);

/** A frame in the middle of a round: each of its calls waits until it is let through. */
class Keeper {
  #waiting: (() => void)[] = [];
  #isDone = false;
  /** What meets its next calls. */
  #mishaps: (Mishap | null)[] = [];
  round: Promise<Round | 'failed'> = Promise.resolve('failed');

  static async begin(workspace: Workspace, persona: 'admin' | 'lead'): Promise<Keeper> {
    const keeper = new Keeper();
    const app = await keeperOf(workspace, {
      persona,
      turn: () => new Promise((resolve) => keeper.#waiting.push(resolve)),
      over: (fetchIt) => pageOfOne(keeper.#disturb(fetchIt)),
    });
    keeper.round = keep(app)
      .catch(() => 'failed' as const)
      .finally(() => {
        keeper.#isDone = true;
      });
    return keeper;
  }

  #disturb(fetchIt: typeof fetch): typeof fetch {
    return async (input, init) => {
      const mishap = this.#mishaps.shift();
      if (mishap === 'lost_request') throw new TypeError('Failed to fetch');
      if (mishap === 'lost_answer') await fetchIt(input, init);
      if (mishap === 'lost_answer') throw new TypeError('Failed to fetch');
      const status = mishap && { busy: 429, down: 503, refused: 422 }[mishap];
      if (status) return new Response('{}', { status, headers: { 'content-type': 'application/json' } });
      return fetchIt(input, init);
    };
  }

  /** Lets one call through, and waits until the next one is due or the round is over. */
  async step(mishap: Mishap | null): Promise<void> {
    await this.#settle();
    this.#mishaps = [mishap];
    this.#waiting.shift()?.();
    await this.#settle();
  }

  async #settle(): Promise<void> {
    while (this.#waiting.length === 0 && !this.#isDone)
      await new Promise((resolve) => setTimeout(resolve, 0));
  }

  async finish(): Promise<void> {
    while (!this.#isDone) await this.step(null);
  }

  get isDone(): boolean {
    return this.#isDone;
  }
}

const which = fc.nat({ max: 30 });
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('rate' as const),
      csats: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('bucket' as const, 'take' as const, 'setAside' as const),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('delete' as const, 'unlist' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('begin' as const),
      persona: fc.constantFrom('admin' as const, 'lead' as const),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      does: fc.constant('step' as const),
      which,
      times: fc.integer({ min: 1, max: 6 }),
      mishap: fc.option(fc.constantFrom(...mishaps), { freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('finish' as const), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('die' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('loseChunk' as const, 'spoilCursor' as const), which }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('settings' as const),
      threshold: fc.integer({ min: 2, max: 4 }),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

class Office {
  readonly workspace: Workspace;
  readonly app: App;
  #tickets: string[] = [];
  #keepers: Keeper[] = [];
  #presses = 0;

  constructor(workspace: Workspace, app: App) {
    this.workspace = workspace;
    this.app = app;
  }

  async take(given: Command): Promise<void> {
    const keeper =
      'which' in given ? this.#keepers[given.which % Math.max(1, this.#keepers.length)] : undefined;
    switch (given.does) {
      case 'rate':
        for (const csat of given.csats) this.#tickets.push(await rated(this.workspace, this.app, csat));
        return;
      case 'wait':
        return void this.workspace.world.advance(given.minutes * minute);
      case 'begin':
        return void this.#keepers.push(await Keeper.begin(this.workspace, given.persona));
      case 'step':
        await keeper?.step(given.mishap);
        for (let time = 1; time < given.times; time += 1) await keeper?.step(null);
        return;
      case 'finish':
        return keeper?.finish();
      case 'die':
        this.#keepers = this.#keepers.filter((one) => one !== keeper);
        return;
      case 'settings':
        return configure(this.workspace, { csatThreshold: given.threshold });
      case 'loseChunk':
      case 'spoilCursor':
        return this.#harm(given);
      default:
        return this.#press(given);
    }
  }

  async #press({
    does,
    which: number,
  }: {
    does: 'bucket' | 'take' | 'setAside' | 'delete' | 'unlist';
    which: number;
  }) {
    const ticket = this.#tickets[number % Math.max(1, this.#tickets.length)];
    if (ticket === undefined) return;
    this.#presses += 1;
    const operation = `press ${this.#presses}`;
    if (does === 'delete' || does === 'unlist') return this.#remove(`ticket:${ticket}`, does === 'delete');
    const { feedback } = await readTicketFeedback(this.app, ticket);
    const subject = subjectOf(ticket);
    if (does === 'bucket') {
      const choice = { bucket: buckets[number % 3] ?? null, topic: `Topic ${number}`, note: null };
      await setBucket(this.app, feedback, subject, choice, operation);
    }
    if (does === 'take' && feedback.case) await takeCase(this.app, feedback, subject, operation);
    if (does === 'setAside' && feedback.setAside === null)
      await setAside(this.app, feedback, subject, { reason: 'test', note: null }, operation);
    await whenIdle(this.workspace);
  }

  /** The list's record, which the next press makes anew, or everything there is of it. */
  async #remove(key: string, isWhole: boolean): Promise<void> {
    const objects = isWhole ? ['fl_feedback', 'fl_event'] : ['fl_feedback'];
    const records = [...this.workspace.world.customObjectRecords.values()].filter(
      ({ object_key: object, external_id: id, deleted_at: gone }) =>
        objects.includes(object) && gone === null && (id === key || id?.startsWith(`${key}:`)),
    );
    for (const { object_key: object, id } of records) {
      const url = `/api/v2/custom_objects/${object}/records/${id}`;
      await this.app.zendesk.http.send('DELETE', url, undefined, anything);
    }
    if (isWhole) this.#tickets = this.#tickets.filter((ticket) => `ticket:${ticket}` !== key);
  }

  async #harm({ does, which: number }: { does: 'loseChunk' | 'spoilCursor'; which: number }): Promise<void> {
    const docs = [...this.workspace.world.customObjectRecords.values()].filter(
      ({ external_id: id, deleted_at: gone }) => gone === null && id?.startsWith('rollup:'),
    );
    const chunks = docs.filter(({ external_id: id }) => id !== 'rollup:head' && id !== 'rollup:build');
    const head = docs.find(({ external_id: id }) => id === 'rollup:head');
    const chunk = chunks[number % Math.max(1, chunks.length)];
    if (does === 'loseChunk' && chunk)
      await this.app.zendesk.http.send(
        'DELETE',
        `/api/v2/custom_objects/fl_doc/records/${chunk.id}`,
        undefined,
        anything,
      );
    if (does === 'spoilCursor' && head) {
      const body = JSON.parse(String(head.custom_object_fields.body));
      await writeDoc(this.app.zendesk.http, 'rollup', 'head', { ...body, cursor: 'expired' });
    }
  }
}

describe('rollups', () => {
  it('are what the ledgers say after one more round, whatever happened before', async () => {
    const ends: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60, size: 'max' }), async (commands) => {
        const workspace = await openRollups();
        const office = new Office(workspace, await keeperOf(workspace));
        for (const given of commands) await office.take(given);
        // A building in the middle has as many steps to go as it has pages.
        const last = await keeperOf(workspace);
        let end: Round = 'more';
        for (let round = 0; round < 12 && end === 'more'; round += 1) end = await keep(last);
        ends[end] = (ends[end] ?? 0) + 1;
        const truth = await truthOf(workspace);
        if (end !== 'quiet' || truth.length > 0) expect(await chunkRows(last)).toEqual(truth);
        const report = await reported(workspace);
        expect(rowsOf(report)).toEqual(truth);
        expect([report.broken, report.isFormer]).toEqual([0, false]);
      }),
      { seed: 6, numRuns: 25, endOnFailure: true },
    );
    expect(Object.keys(ends)).not.toContain('overtaken');
  }, 180_000);
});
