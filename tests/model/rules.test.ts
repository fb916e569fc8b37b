/** The account's rules under everything that may happen to them: whoever presses, edits, deletes or loses a tab. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../src/actions/applyRules.ts';
import { leaveAlone } from '../../src/actions/leaveAlone.ts';
import { removeAll } from '../../src/actions/removeAll.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflows/workflow.ts';
import {
  adminOf,
  breakOff,
  choose,
  configurationOf,
  freshWorkspace,
  withWorkflows,
  writesOf,
} from '../actions/setUpWorld.ts';
import type { Workspace } from '../emulator/inProcess.ts';

const kinds = ['triggers', 'automations', 'views'] as const;
type Kind = (typeof kinds)[number];

/** What an admin may have saved of two workflows: names, switches and whatever makes other rules. */
const workflow = (id: string): fc.Arbitrary<Workflow> =>
  fc
    .record({
      name: fc.constantFrom('Rescue', 'Storm', 'Alert'),
      isOn: fc.boolean(),
      hours: fc.constantFrom('always' as const, 'schedule' as const),
      budget: fc.constantFrom(null, 3),
      remindAfter: fc.constantFrom(null, 4),
      tags: fc.constantFrom<string[]>([], ['vip']),
    })
    .map(({ tags, ...change }) => {
      const made = newWorkflow(id, 'rescue', 'Rescue', 3);
      return { ...made, ...change, when: { ...made.when, tags } };
    });
const workflows = fc
  .tuple(workflow('aaaa'), workflow('bbbb'), fc.boolean())
  .map(([one, other, isAlone]) => (isAlone ? [one] : [one, other]));

const pick = fc.nat({ max: 40 });
const loss = fc.record({ write: fc.integer({ min: 1, max: 12 }), isHeard: fc.boolean() });
const command = fc.oneof(
  fc.record({ does: fc.constant('save' as const), workflows }),
  fc.record({ does: fc.constant('save' as const), workflows }),
  fc.record({ does: fc.constant('press' as const), loss: fc.option(loss, { freq: 1 }) }),
  fc.record({ does: fc.constant('press' as const), loss: fc.option(loss, { freq: 1 }) }),
  // A tab lost in the middle, and other settings by the time somebody presses again.
  fc.record({ does: fc.constant('lose' as const), loss, workflows }),
  fc.record({ does: fc.constant('remove' as const), loss: fc.option(loss) }),
  fc.record({
    does: fc.constantFrom('rename' as const, 'rewrite' as const, 'switch' as const, 'delete' as const),
    pick,
  }),
  fc.record({ does: fc.constant('foreign' as const), pick, isSameTitle: fc.boolean() }),
  fc.record({ does: fc.constantFrom('leave' as const, 'unleave' as const, 'repair' as const), pick }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

class Run {
  readonly workspace: Workspace = freshWorkspace('foreign_rules');
  #foreign = new Set<string>();

  async begin(): Promise<void> {
    choose(this.workspace, withWorkflows([]));
    this.#foreign = new Set(this.#all().map(({ place }) => place));
  }

  #all() {
    const { world } = this.workspace;
    return kinds.flatMap((kind) =>
      [...world[kind].values()].map((rule) => ({ kind, rule, place: `${kind} ${rule.id}` })),
    );
  }

  foreign() {
    return this.#all().filter(({ place }) => this.#foreign.has(place));
  }

  own() {
    return this.#all().filter(({ place }) => !this.#foreign.has(place));
  }

  get made() {
    return configurationOf(this.workspace).made;
  }

  #madeAt(at: number) {
    return this.made[at % Math.max(1, this.made.length)];
  }

  /** What was written as that rule, if it is there. */
  #change(at: number, change: object | null): void {
    const made = this.#madeAt(at);
    const { world } = this.workspace;
    const collection = made && world[`${made.kind}s` as Kind];
    const rule = collection?.get(Number(made?.id));
    if (!collection || !rule) return;
    if (change === null) collection.remove(rule.id);
    else collection.put({ ...rule, ...change } as never);
  }

  /** Made by somebody else: a name like ours, or the very same, and a tag of the house. */
  #addForeign(at: number, isSameTitle: boolean): void {
    const { world } = this.workspace;
    const [model] = [...world.triggers.values()];
    if (!model) throw new Error('no trigger');
    const own = this.own().filter(({ kind }) => kind === 'triggers');
    const title = own[at % Math.max(1, own.length)]?.rule.title ?? 'Feedback Loop: Rescue (alert, aaaa)';
    const id = world.nextId('trigger');
    const actions = [{ field: 'current_tags', value: 'house' }];
    world.triggers.put({ ...model, id, title: isSameTitle ? title : `${title} ours`, actions, position: 99 });
    this.#foreign.add(`triggers ${id}`);
  }

  async #press({
    loss,
    repair = [],
  }: {
    loss?: { write: number; isHeard: boolean } | null;
    repair?: string[];
  }) {
    const app = await adminOf(this.workspace);
    if (loss) breakOff(app, loss.write, loss.isHeard);
    await applyRules(app, { repair }).catch((cause: unknown) => {
      expect([loss !== null, cause]).toMatchObject([true, { name: 'Failure' }]);
    });
  }

  async take(given: Command): Promise<void> {
    const admin = await adminOf(this.workspace);
    switch (given.does) {
      case 'save':
        return choose(this.workspace, { workflows: given.workflows });
      case 'press':
        return this.#press(given);
      case 'lose':
        await this.#press(given);
        return choose(this.workspace, { workflows: given.workflows });
      case 'remove':
        if (given.loss) breakOff(admin, given.loss.write, given.loss.isHeard);
        await removeAll(admin, ['rules', 'views']).catch((cause: unknown) => {
          expect([given.loss !== null, cause]).toMatchObject([true, { name: 'Failure' }]);
        });
        return;
      case 'rename':
        return this.#change(given.pick, { title: 'Our own name for it' });
      case 'rewrite':
        return this.#change(given.pick, {
          conditions: { all: [{ field: 'status', operator: 'is', value: 'open' }], any: [] },
        });
      case 'switch':
        return this.#change(given.pick, { active: false });
      case 'delete':
        return this.#change(given.pick, null);
      case 'foreign':
        return this.#addForeign(given.pick, given.isSameTitle);
      case 'repair':
        return this.#press({ loss: null, repair: [this.#madeAt(given.pick)?.key ?? ''] });
      default: {
        const key = this.#madeAt(given.pick)?.key;
        if (key) await leaveAlone(admin, key, given.does === 'leave');
      }
    }
  }

  /** Everything as planned again, whatever became of it. */
  async mend(): Promise<void> {
    const { made, leftAlone } = configurationOf(this.workspace);
    const repair = [...made, ...leftAlone].map(({ key }) => key);
    await this.#press({ loss: null, repair });
  }
}

/** As it would be had nothing ever happened. */
async function untouched(run: Run) {
  const other = new Run();
  await other.begin();
  const { workflows: chosen } = configurationOf(run.workspace);
  choose(other.workspace, { workflows: chosen });
  await applyRules(await adminOf(other.workspace));
  return plain(other);
}

function plain(run: Run) {
  const { digestFieldId } = configurationOf(run.workspace);
  const rules = run.own().map(({ kind, rule }) => {
    const { title, active, conditions } = rule;
    const actions = 'actions' in rule ? rule.actions : [];
    return [kind, title, active, conditions, actions];
  });
  const text = JSON.stringify(rules.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)));
  return JSON.parse(text.replaceAll(`ticket_field_${digestFieldId}`, 'ticket_field_DIGEST'));
}

function expectSound(run: Run, foreign: unknown): void {
  expect(run.foreign(), 'rules of others').toEqual(foreign);
  const places = run.made.map(({ kind, key }) => `${kind} ${key}`);
  expect(new Set(places).size, 'one memory for a plan').toBe(places.length);
  const ids = run.made.flatMap(({ kind, id }) => (id === '' ? [] : `${kind}s ${id}`));
  expect(new Set(ids).size, 'one plan for a rule').toBe(ids.length);
}

describe('the account’s rules', () => {
  it('are the plans’ again after whatever happened, each once, and nothing of others is touched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 12 }), async (commands) => {
        const run = new Run();
        await run.begin();
        for (const given of commands) {
          const known = structuredClone(run.foreign());
          await run.take(given);
          const fresh = given.does === 'foreign' ? structuredClone(run.foreign()) : known;
          expectSound(run, fresh);
        }
        const foreign = structuredClone(run.foreign());
        await run.mend();
        expectSound(run, foreign);
        expect(plain(run)).toEqual(await untouched(run));
        const ids = run.made.map(({ kind, id }) => `${kind}s ${id}`).sort();
        expect(ids).toEqual(
          run
            .own()
            .map(({ place }) => place)
            .sort(),
        );
        const written = writesOf(run.workspace).length;
        await run.mend();
        expect(writesOf(run.workspace).slice(written), 'mended twice').toEqual([]);
      }),
      { seed: 5, numRuns: 60, endOnFailure: true },
    );
  }, 60_000);
});
