/**
 * What the app's ledger says of a made feedback: the facts of its one record, and the state they come to. Written from
 * the app's data model and not with its code; `tests/bench/queueCases.test.ts` holds the two against each other.
 */
import { personas } from './people.ts';
import { mix, pick, type ScaleAnswer, type ScaleFacts } from './scaleFacts.ts';

export type MadeLane = 'none' | 'new' | 'in_progress' | 'closed';

/** A feedback as the app has recorded it, with what its ticket and survey are known by. */
export interface MadeCase {
  key: string;
  lane: MadeLane;
  /** When the app wrote it down, epoch milliseconds in whole seconds. */
  at: number;
  scale: ScaleFacts;
}

type Fact = { kind: string; body: Record<string, unknown> };

const hour = 3_600_000;
const by = String(personas.admin);
const buckets = ['agent', 'process', 'root_cause'];
const outcomes = ['recovered', 'not_recovered', 'no_contact', 'not_ours'];

/** A CSAT or a CES below 3 opens a case, CSAT first. */
export function ruleOf({ answers }: Pick<ScaleFacts, 'answers'>): 'csat_below' | 'ces_below' | null {
  const last = answers.at(-1);
  if (!last) return null;
  if (last.csat < 3) return 'csat_below';
  return last.ces !== null && last.ces < 3 ? 'ces_below' : null;
}

const answered = ({ answers }: ScaleFacts): ScaleAnswer => {
  const last = answers.at(-1);
  if (!last) throw new RangeError('an unanswered feedback is not recorded');
  return last;
};

export const dueAt = (facts: ScaleFacts): number => answered(facts).at + 24 * hour;

function ratings(facts: ScaleFacts) {
  const { at: answeredAt, csat, ces } = answered(facts);
  const common = {
    lowest: 1,
    scale: 5,
    source: 'survey_responses',
    definition: null,
    answeredAt,
    asOf: null,
  };
  const verdict = csat >= 4 ? 'good' : 'bad';
  return [
    { metric: 'csat', value: csat, verdict, ...common },
    ...(ces === null ? [] : [{ metric: 'ces', value: ces, verdict: null, ...common }]),
  ];
}

function ownerOf({ lane, scale }: MadeCase): string | null {
  if (lane === 'new') return null;
  return String(scale.assignments.at(-1)?.userId ?? personas.lead);
}

const bucketOf = ({ lane, scale }: MadeCase): string | null =>
  lane === 'none' || mix(scale.index, 31) % 2 === 0 ? null : pick(buckets, scale.index, 32);

function opening(facts: ScaleFacts) {
  const dueTime = dueAt(facts);
  return {
    rule: ruleOf(facts),
    threshold: 3,
    dueAt: dueTime,
    soonAt: dueTime - 12 * hour,
    firstDueAt: null,
    isProvisional: false,
  };
}

const outcomeOf = ({ lane, scale }: MadeCase) => (lane === 'closed' ? pick(outcomes, scale.index, 33) : null);

/** In the order they take effect, all at `at`. */
export function factsOf(made: MadeCase): Fact[] {
  const { scale, lane } = made;
  const [bucket, ownerId] = [bucketOf(made), ownerOf(made)];
  const rated = { ratings: ratings(scale), isAlreadyRevised: scale.answers.length > 1 };
  const facts: Fact[] = [{ kind: 'rated', body: rated }];
  if (lane === 'none') return facts;
  facts.push({ kind: 'case_opened', body: opening(scale) });
  if (bucket) facts.push({ kind: 'bucket_set', body: { bucket, topic: scale.intent, note: null } });
  if (ownerId) facts.push({ kind: 'case_assigned', body: { ownerId, reason: null } });
  if (lane === 'new') return facts;
  const note = lane === 'closed' ? 'Called back.' : null;
  facts.push({ kind: 'case_moved', body: { to: lane, outcome: outcomeOf(made), note } });
  return facts;
}

/** The same as the list keeps it. */
export function stateOf(made: MadeCase) {
  const { key, at, lane, scale } = made;
  const bucket = bucketOf(made);
  return {
    key,
    rev: 1,
    revisions: ratings(scale).map((rating) => ({ ...rating, seenAt: at })),
    isAlreadyRevised: scale.answers.length > 1,
    bucket,
    topic: bucket && scale.intent,
    note: null,
    bucketById: bucket && by,
    bucketAt: bucket && at,
    case: lane === 'none' ? null : caseOf(made),
    suspicion: null,
    setAside: null,
    removed: {},
    ticket: null,
    linkedTo: null,
    attribution: null,
    lastAction: { kind: factsOf(made).at(-1)?.kind, byId: by, at },
    ignored: 0,
    edited: 0,
  };
}

function caseOf(made: MadeCase) {
  const { at, lane, scale } = made;
  return {
    status: lane,
    ...opening(scale),
    openedAt: at,
    ownerId: ownerOf(made),
    outcome: outcomeOf(made),
    note: lane === 'closed' ? 'Called back.' : null,
    closedAt: lane === 'closed' ? at : null,
    timesReopened: 0,
    firstActionAt: null,
    contactedAt: null,
    contacts: 0,
    lastContact: null,
    replies: 0,
    followUps: [],
    escalation: null,
    timesEscalated: 0,
    declined: [],
    voice: null,
  };
}
