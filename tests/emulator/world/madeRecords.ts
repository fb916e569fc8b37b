/**
 * The app's records of made feedbacks, from their number when asked: a list record and one record of the ledger each.
 * Only what lists are ordered and filtered by is worked out beforehand; a record is stored once somebody changes it.
 */
import type { CustomObjectRecord } from './entities.ts';
import { dueAt, factsOf, type MadeCase, type MadeLane, ruleOf, stateOf } from './madeFacts.ts';
import { personas } from './people.ts';
import { firstScaleTicket, mix, type ScaleSize, scaleFacts } from './scaleFacts.ts';
import { ulid, ulidSequence } from './ulid.ts';
import type { MadeRecords, World } from './world.ts';

const lanes: MadeLane[] = ['none', 'new', 'in_progress', 'closed'];
/** Numbers of the records' ids, far above those the world gives out. */
const firstIds = { fl_feedback: 2 ** 40, fl_event: 2 ** 41 };

/** Where each made feedback stands, by number. */
class MadeCases {
  readonly size: ScaleSize;
  readonly lanes: Uint8Array;
  /** When its records were written, epoch milliseconds; 0 while the customer has not answered. */
  readonly times: Float64Array;
  /** How many ratings open a case at all. */
  low = 0;

  constructor(size: ScaleSize, open: number) {
    this.size = size;
    this.lanes = new Uint8Array(size.scale);
    this.times = new Float64Array(size.scale);
    for (let index = size.scale - 1; index >= 0; index -= 1) this.#settle(index, open);
  }

  /** The newest `open` cases are still open, two of five in somebody's hands; the older ones are closed. */
  #settle(index: number, open: number): void {
    const facts = scaleFacts(index, this.size);
    const answer = facts.answers.at(-1);
    if (!answer) return;
    const isLow = ruleOf(facts) !== null;
    if (isLow) this.low += 1;
    const isOpen = this.low <= open;
    const openLane = mix(index, 30) % 5 < 2 ? 'in_progress' : 'new';
    const lane = !isLow ? 'none' : isOpen ? openLane : 'closed';
    this.lanes[index] = lanes.indexOf(lane);
    const later = lane === 'closed' ? 60 + (mix(index, 34) % 2000) : 2;
    this.times[index] = Math.ceil(answer.at / 1000) * 1000 + later * 60_000;
  }

  of(index: number): MadeCase {
    const lane = lanes[this.lanes[index] ?? 0] ?? 'none';
    const scale = scaleFacts(index, this.size);
    return { key: keyOf(index), lane, at: this.times[index] ?? 0, scale };
  }

  isRecorded = (index: number) => (this.times[index] ?? 0) > 0;

  numbers = () => [...this.times.keys()].filter(this.isRecorded);

  get recorded(): number {
    return this.numbers().length;
  }
}

const keyOf = (index: number) => `ticket:${firstScaleTicket + index}`;

/** A list record as far as it was looked at: a scan of a hundred thousand asks for little of each. */
class ListHandle implements CustomObjectRecord {
  readonly #cases: MadeCases;
  readonly #index: number;
  #id: string | null = null;
  readonly object_key = 'fl_feedback';
  readonly deleted_at = null;

  constructor(cases: MadeCases, index: number) {
    this.#cases = cases;
    this.#index = index;
  }

  get id(): string {
    this.#id ??= ulid(this.updated_at, firstIds.fl_feedback + this.#index);
    return this.#id;
  }
  get external_id(): string {
    return keyOf(this.#index);
  }
  get name(): string {
    const made = this.#cases.of(this.#index);
    const isOpen = made.lane === 'new' || made.lane === 'in_progress';
    return `${isOpen ? new Date(dueAt(made.scale)).toISOString() : '~'} ${made.key}`;
  }
  get custom_object_fields(): Record<string, unknown> {
    return new ListFields(this.#cases, this.#index) as unknown as Record<string, unknown>;
  }
  get created_by_user_id(): number {
    return personas.admin;
  }
  get updated_by_user_id(): number {
    return personas.admin;
  }
  get created_at(): number {
    return this.updated_at;
  }
  get updated_at(): number {
    return this.#cases.times[this.#index] ?? 0;
  }
}

class ListFields {
  readonly #cases: MadeCases;
  readonly #index: number;

  constructor(cases: MadeCases, index: number) {
    this.#cases = cases;
    this.#index = index;
  }

  get status(): string {
    return lanes[this.#cases.lanes[this.#index] ?? 0] ?? 'none';
  }
  get ticket(): string {
    return String(firstScaleTicket + this.#index);
  }
  get requester(): string {
    return String(this.#made.scale.requesterId);
  }
  get owner(): string | null {
    return this.#state.case?.ownerId ?? null;
  }
  get bucket(): string | null {
    return this.#state.bucket;
  }
  get rated_at(): string {
    return new Date(this.#made.scale.answers.at(-1)?.at ?? 0).toISOString();
  }
  get due_at(): string | null {
    const due = this.#state.case?.dueAt;
    return due === undefined ? null : new Date(due).toISOString();
  }
  get rev(): number {
    return 1;
  }
  get state(): string {
    return JSON.stringify(this.#state);
  }
  get #made(): MadeCase {
    return this.#cases.of(this.#index);
  }
  get #state() {
    return stateOf(this.#made);
  }
}

const fieldNames = 'ticket requester owner status bucket rated_at due_at rev state'.split(' ');

/** With members of its own, as stored records have them. */
function whole(record: ListHandle): CustomObjectRecord {
  const { id, object_key, name, external_id, updated_at, deleted_at } = record;
  const given = record.custom_object_fields;
  return {
    id,
    object_key,
    name,
    external_id,
    custom_object_fields: Object.fromEntries(fieldNames.map((field) => [field, given[field]])),
    created_by_user_id: personas.admin,
    updated_by_user_id: personas.admin,
    created_at: updated_at,
    updated_at,
    deleted_at,
  };
}

function ledgerRecord(cases: MadeCases, index: number): CustomObjectRecord {
  const made = cases.of(index);
  const name = `${made.key}:1`;
  const body = JSON.stringify({ at: made.at, facts: factsOf(made) });
  return {
    id: ulid(made.at, firstIds.fl_event + index),
    object_key: 'fl_event',
    name,
    external_id: name,
    custom_object_fields: { feedback: made.key, seq: 1, kind: 'several', operation: `made ${name}`, body },
    created_by_user_id: personas.admin,
    updated_by_user_id: personas.admin,
    created_at: made.at,
    updated_at: made.at,
    deleted_at: null,
  };
}

type Make = (index: number) => CustomObjectRecord;

/** Records by number, found again by what the API knows them by. */
function recordsOf(cases: MadeCases, name: keyof typeof firstIds, pattern: RegExp, make: Make): MadeRecords {
  const at = (index: number) => (cases.isRecorded(index) ? make(index) : undefined);
  const byExternalId = (id: string) => at(Number(pattern.exec(id)?.[1] ?? Number.NaN) - firstScaleTicket);
  const only = (found: CustomObjectRecord | undefined, is: (record: CustomObjectRecord) => boolean) =>
    found && is(found) ? found : undefined;
  return {
    size: cases.recorded,
    *all() {
      for (let index = 0; index < cases.size.scale; index += 1)
        if (cases.isRecorded(index)) yield make(index);
    },
    byExternalId,
    byName: (text) => only(byExternalId(text.slice(text.indexOf(' ') + 1)), (found) => found.name === text),
    byId: (id) => only(at(ulidSequence(id) - firstIds[name]), (found) => found.id === id),
  };
}

/** How many cases made feedbacks have in all, open or not. */
export const mostMadeCases = ({ scale, answered }: World): number =>
  new MadeCases({ scale, answered }, 0).low;

/** Records every made feedback as the app would have: the newest `open` cases below a threshold of 3 are open. @throws RangeError */
export function makeRecords(world: World, open: number): void {
  const cases = new MadeCases({ scale: world.scale, answered: world.answered }, open);
  if (cases.low < open) throw new RangeError(`there are no more than ${cases.low} cases`);
  const lists = recordsOf(cases, 'fl_feedback', /^ticket:(\d+)$/, (index) =>
    whole(new ListHandle(cases, index)),
  );
  // Lists look at all of them again and again.
  let handles: ListHandle[] | null = null;
  const all = () => {
    handles ??= cases.numbers().map((index) => new ListHandle(cases, index));
    return handles;
  };
  world.madeRecords.set('fl_feedback', { ...lists, all });
  world.madeRecords.set(
    'fl_event',
    recordsOf(cases, 'fl_event', /^ticket:(\d+):1$/, (index) => ledgerRecord(cases, index)),
  );
}
