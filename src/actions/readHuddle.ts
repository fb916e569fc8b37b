/** One morning's huddle: the items the first who opened it was given, with the customers' words as the tickets have them now. */
import type { App } from '../app.ts';
import { Failure } from '../care/failure.ts';
import { ticketOfKey } from '../care/feedback.ts';
import { type Candidate, candidatesIn, isPersonal, ofTeam } from '../care/huddle/candidates.ts';
import { daysBefore } from '../care/huddle/day.ts';
import {
  commitmentBefore,
  type Held,
  type Huddle,
  heldIn,
  huddleKey,
  noHuddle,
  type OpenCommitment,
  type Slot,
  slots,
} from '../care/huddle/huddle.ts';
import { memoryOf } from '../care/huddle/memory.ts';
import { oldestDays, type PickRules, type Reason, ranked, reasonFor } from '../care/huddle/pick.ts';
import { keyAt } from '../care/insights/columns.ts';
import { isLead } from '../care/lead.ts';
import { maskCustomer } from '../care/masking.ts';
import { dayOf } from '../care/schedule.ts';
import { createDoc, type Doc, readDocs, searchAllDocs, writeDoc } from '../zendesk/docs.ts';
import { readTickets, type Ticket } from '../zendesk/tickets.ts';
import { readNames } from '../zendesk/users.ts';
import { readReport } from './readReport.ts';

const dayMs = 86_400_000;
/** A commitment nobody came back to for so many days is forgotten. */
const longestMemory = 31;
/** Huddles of one month that are looked at: a hundred teams'. Without a limit of its own the search would lose the newest. */
const mostHeld = 3_100;
/** Of each kind so many are looked at for words: both together are one call. */
const mostLooked = 50;
/** Names asked for at most, a hundred a call: agents beyond them are nobody's to name either. */
const mostNames = 300;

export interface HuddleItem
  extends Pick<Candidate, 'key' | 'slot' | 'day' | 'cause' | 'topic' | 'csat' | 'ces' | 'isGood'> {
  ticketId: string | null;
  /** What the customer wrote, masked; `null` for nothing. */
  words: string | null;
  /** There are words, and nobody could say which names to take out of them. */
  isWithheld: boolean;
  /** Only where the account lets it be told. */
  agentName: string | null;
  reason: Reason;
}

export interface HuddleView {
  /** `2026-11-22` where the reader is. */
  day: string;
  team: string;
  huddle: Huddle;
  /** `gone`: what was shown cannot be read now. */
  items: Record<Slot, HuddleItem | 'gone' | null>;
  before: OpenCommitment | null;
  /** Epoch milliseconds. */
  asOf: number;
  source: HuddleSource;
}

/** What was read, to choose again without reading again. */
export interface HuddleSource {
  held: readonly Held[];
  /** Of all teams. */
  candidates: readonly Candidate[];
  /** Feedbacks the reports know at all. */
  known: ReadonlySet<string>;
  /** By key, as far as they were looked at and may be seen. */
  tickets: Map<string, Ticket>;
  looked: Set<string>;
  names: Record<string, string>;
  asOf: number;
}

/** Throws `Failure`, forbidden for those who lead nobody. */
export async function readHuddle(app: App, team: string): Promise<HuddleView> {
  if (!isLead(app.user, app.configuration)) throw new Failure('forbidden');
  const now = app.now();
  const day = dayOf(now, zoneOf(app));
  const from = now - (oldestDays + app.configuration.huddleDays + 2) * dayMs;
  const [held, report] = await Promise.all([
    readHeld(app, day, team),
    readReport(app, { from, to: now + dayMs }),
  ]);
  const { columns } = report;
  const source: HuddleSource = {
    held,
    candidates: candidatesIn(columns, zoneOf(app)),
    known: new Set(Array.from({ length: columns.n }, (_, index) => keyAt(columns, index))),
    tickets: new Map(),
    looked: new Set(),
    names: {},
    asOf: report.asOf,
  };
  const standing = held.find((one) => one.day === day && one.team === team)?.huddle ?? null;
  return settle(app, { day, team }, source, standing);
}

export const zoneOf = ({ user }: App) =>
  user.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';

/** This team's of the last month by their names, those of all others by the search: two calls, or a few more. */
async function readHeld(
  { zendesk: { http }, configuration }: App,
  day: string,
  team: string,
): Promise<Held[]> {
  const span = Math.max(configuration.huddleDays, longestMemory);
  const days = Array.from({ length: span + 1 }, (_, back) => daysBefore(day, back));
  const months = [...new Set(days.slice(0, configuration.huddleDays).map((one) => one.slice(0, 7)))];
  const own = readDocs(
    http,
    'huddle',
    days.map((one) => huddleKey(one, team)),
  );
  const found = months.map((month) => searchAllDocs(http, 'huddle', { group: month, atMost: mostHeld }));
  const others = (await Promise.all(found)).flatMap(({ docs }) => docs);
  const isOwn = (held: Held) => held.team === team;
  const read = (docs: readonly Doc[]) => docs.flatMap(({ key, body }) => heldIn(key, body) ?? []);
  return [...read(await own), ...read(others).filter((held) => !isOwn(held))];
}

/** Fills what is empty, writes that down, and shows what stands. */
async function settle(
  app: App,
  { day, team }: { day: string; team: string },
  source: HuddleSource,
  standing: Huddle | null,
): Promise<HuddleView> {
  const { http } = app.zendesk;
  const place = { day, team };
  const filled = await fill(app, place, source, standing ?? noHuddle);
  if (standing === null && (filled.positive !== null || filled.constructive !== null)) {
    const key = huddleKey(day, team);
    if (!(await createDoc(http, 'huddle', key, filled))) {
      const [doc] = await readDocs(http, 'huddle', [key]);
      const first = doc && heldIn(doc.key, doc.body);
      if (first) return settle(app, place, source, first.huddle);
    }
  } else if (standing !== null && slots.some((slot) => filled[slot] !== standing[slot])) {
    await writeDoc(http, 'huddle', huddleKey(day, team), filled);
  }
  return showHuddle(app, place, source, filled);
}

/** With an item in every place that has none, and in place of those that may not be shown any more. */
export async function fill(
  app: App,
  place: { day: string; team: string },
  source: HuddleSource,
  huddle: Huddle,
): Promise<Huddle> {
  const isToFill = (slot: Slot) => {
    const key = huddle[slot];
    if (key === null) return !huddle.skipped.includes(slot);
    const chosen = source.candidates.find((one) => one.key === key && one.slot === slot);
    const isHidden = slot === 'constructive' && chosen?.cause === 'agent' && app.configuration.hidesAgents;
    return chosen ? isHidden : source.known.has(key);
  };
  const open = slots.filter(isToFill);
  if (open.length === 0) return huddle;
  const own = ofTeam(source.candidates, place.team);
  const lists = open.map((slot) =>
    ranked(own, rulesFor(app, place, source, huddle, slot)).slice(0, mostLooked),
  );
  await look(
    app,
    source,
    lists.flat().map(({ key }) => key),
  );
  const filled = { ...huddle };
  for (const [index, slot] of open.entries()) {
    const seen = (lists[index] ?? []).filter(
      ({ key }) => source.tickets.has(key) || ticketOfKey(key) === null,
    );
    filled[slot] = ranked(seen, rulesFor(app, place, source, huddle, slot))[0]?.key ?? null;
  }
  return filled;
}

function rulesFor(
  { configuration }: App,
  { day, team }: { day: string; team: string },
  { held, candidates, tickets }: HuddleSource,
  huddle: Huddle,
  slot: Slot,
): PickRules {
  const others = held.filter((one) => one.day !== day || one.team !== team);
  const now = [...others, { day, team, huddle }];
  const memory = memoryOf(now, { today: day, team, days: configuration.huddleDays }, candidates);
  const withWords = new Set([...tickets].flatMap(([key, ticket]) => (wordsOn(ticket) === null ? [] : key)));
  return { slot, today: day, memory, hidesAgents: configuration.hidesAgents, withWords };
}

const wordsOn = ({ satisfaction_rating: rating }: Ticket) => rating?.comment?.trim() || null;

/** Tickets not looked at yet; a call a hundred. */
async function look(
  { zendesk: { http } }: App,
  source: HuddleSource,
  keys: readonly string[],
): Promise<void> {
  const unseen = keys.filter((key) => !source.looked.has(key));
  const ids = unseen.flatMap((key) => ticketOfKey(key) ?? []);
  if (ids.length > 0)
    for (const ticket of await readTickets(http, ids)) source.tickets.set(`ticket:${ticket.id}`, ticket);
  for (const key of unseen) source.looked.add(key);
}

/** Two calls at most. Throws `Failure`. */
export async function showHuddle(
  app: App,
  place: { day: string; team: string },
  source: HuddleSource,
  huddle: Huddle,
): Promise<HuddleView> {
  const shown = slots.flatMap((slot) => huddle[slot] ?? []);
  await look(app, source, shown);
  await nameThem(app, source, shown);
  const itemOf = (slot: Slot): HuddleItem | 'gone' | null => {
    const chosen = source.candidates.find(({ key }) => key === huddle[slot]);
    if (!chosen) return huddle[slot] === null ? null : 'gone';
    const rules = rulesFor(app, place, source, huddle, slot);
    const reason = reasonFor(chosen, ofTeam(source.candidates, place.team), rules);
    const { key, day, cause, topic, csat, ces, isGood } = chosen;
    const told = { key, slot, day, cause, topic, csat, ces, isGood, reason };
    return { ...told, ...wordsFor(app, source, chosen), ticketId: ticketOfKey(key) };
  };
  return {
    ...place,
    huddle,
    items: { positive: itemOf('positive'), constructive: itemOf('constructive') },
    before: commitmentBefore(source.held, place.team, place.day, huddle),
    asOf: source.asOf,
    source,
  };
}

const customersOf = ({ requester_id: id, email_cc_ids: copied }: Ticket) => [...(id ? [id] : []), ...copied];

/** Whose names words may hold: the customers' first, then the agents' of these weeks. */
async function nameThem(
  { zendesk: { http } }: App,
  source: HuddleSource,
  keys: readonly string[],
): Promise<void> {
  const tickets = keys.flatMap((key) => source.tickets.get(key) ?? []);
  const shown = source.candidates.filter(({ key }) => keys.includes(key));
  const agentsOf = (all: readonly Candidate[]) => all.flatMap(({ agentId }) => agentId ?? []);
  const holders = tickets.flatMap(({ assignee_id: id }) => id ?? []);
  const needed = [...tickets.flatMap(customersOf), ...holders, ...agentsOf(shown)];
  const isUnnamed = (id: string) => source.names[id] === undefined;
  if (!needed.some(isUnnamed)) return;
  const ids = [...new Set([...needed, ...agentsOf(source.candidates)])].filter(isUnnamed);
  Object.assign(source.names, await readNames(http, ids.slice(0, mostNames)));
}

function wordsFor({ configuration }: App, { tickets, names, candidates }: HuddleSource, chosen: Candidate) {
  const { hidesAgents, huddleNamesAgents } = configuration;
  const ticket = tickets.get(chosen.key);
  const said = ticket ? wordsOn(ticket) : null;
  const mayName = !hidesAgents && (chosen.slot === 'positive' || huddleNamesAgents);
  const customers = ticket ? customersOf(ticket) : [];
  const isNamed = customers.length > 0 && customers.every((id) => names[id] !== undefined);
  const staff = mayName
    ? []
    : [ticket?.assignee_id ?? null, ...candidates.map(({ agentId }) => agentId)].filter((id) => id !== null);
  const known = [...new Set([...customers, ...staff])].flatMap((id) => names[id] ?? []);
  const isTold = mayName && (chosen.slot === 'positive' || isPersonal(chosen));
  return {
    words: said !== null && isNamed ? maskCustomer(said, known) : null,
    isWithheld: said !== null && !isNamed,
    agentName: isTold && chosen.agentId !== null ? (names[chosen.agentId] ?? null) : null,
  };
}
