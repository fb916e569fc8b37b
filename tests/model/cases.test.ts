/** Many people, bad connections, clocks that jump: nothing is lost, nothing is illegal, everybody ends up seeing the same. */
import { afterAll, describe, expect, it } from 'vitest';
import { findCase } from '../../src/actions/findCase.ts';
import { readCase } from '../../src/actions/readCase.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { asFailure } from '../../src/care/failure.ts';
import { emptyFeedback, type Feedback, keyOfTicket, laneOf } from '../../src/care/feedback.ts';
import { type Fact, fold, foldAll, isReadable } from '../../src/care/fold.ts';
import { readFacts } from '../../src/zendesk/ledger.ts';
import { listedIn } from '../actions/syncWorld.ts';
import { solvedTicket } from '../actions/tickets.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createRandom, type Random } from '../emulator/world/random.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { acts, look, press } from './acts.ts';
import type { Weather } from './network.ts';
import { hear, type Person, personOn, readAll } from './person.ts';

const mailboxes = ['noor', 'ola', 'mia', 'tomas', 'ines', 'kwame', 'yuki', 'rafael'].map(
  (name) => `${name}@emulated.example`,
);
const tickets = 12;
const minute = 60_000;
/** So many are done while no list can be written. */
const last = 40;
/** Worlds, people in each, and actions in each. */
const runs = [
  { seed: 1, people: 2, actions: 2_000 },
  { seed: 2, people: 3, actions: 2_000 },
  { seed: 3, people: 5, actions: 2_000 },
  { seed: 4, people: 8, actions: 4_000 },
];

interface Office {
  workspace: Workspace;
  people: Person[];
  ticketIds: string[];
  random: Random;
  weather: Weather;
}

async function openOffice(seed: number, size: number): Promise<Office> {
  const random = createRandom(seed);
  const weather = { isCalm: true, isListDown: false };
  const workspace = createWorkspace({
    hasStory: false,
    apps: [{ appId: 7, installationId: 70, settings: {} }],
  });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  // Zendesk's limits are another test's: here two seconds pass before each look at the clock they count by.
  let seconds = 0;
  workspace.world.realNow = () => {
    seconds += 2;
    return seconds * 1_000;
  };
  const staff = [...workspace.world.users.values()].filter(({ email }) => mailboxes.includes(email));
  const people = await Promise.all(
    staff.slice(0, size).map((user) => personOn(workspace, user.email, random, weather)),
  );
  const ticketIds = Array.from({ length: tickets }, (_, index) =>
    solvedTicket(workspace.world, index % 4 === 3 ? undefined : { csat: 1 + (index % 3) }),
  );
  return { workspace, people, ticketIds, random, weather };
}

type Step = () => Promise<void>;

/** One action of one person, or of the customer, or of time. */
function stepOf({ workspace, people, ticketIds, random }: Office, number: number): Step {
  const person = random.pick(people);
  const ticketId = random.pick(ticketIds);
  const chance = random.next();
  if (chance < 0.02) {
    return async () => workspace.world.advance(random.between(1, 3 * 60) * minute);
  }
  if (chance < 0.05) {
    const csat = random.between(1, 5);
    return async () => {
      const ticket = workspace.world.tickets.get(Number(ticketId));
      if (ticket?.status !== 'closed') answerSurvey(workspace.world, { ticket: Number(ticketId), csat });
    };
  }
  if (chance < 0.2) return () => look(person, ticketId);
  if (chance < 0.3) return () => hear(person);
  // Whoever got no answer presses again, as the same operation.
  const last = person.doubtful.at(-1);
  const fresh = { operation: `press ${number}`, act: random.pick(Object.keys(acts)), ticketId };
  return () => press(person, last && random.next() < 0.5 ? last : fresh, random);
}

/** Two to five things at once, however each of them ends; actions are numbered. */
async function work(office: Office, from: number, to: number): Promise<number> {
  let failed = 0;
  for (let done = from; done < to; ) {
    const size = Math.min(office.random.between(2, 5), to - done);
    const steps = Array.from({ length: size }, (_, index) => stepOf(office, done + index));
    const ends = await Promise.all(steps.map((step) => step().then(() => null, asFailure)));
    failed += ends.filter((end) => end !== null).length;
    // Whatever is wrong with our own code is no failure of the connection.
    for (const end of ends) if (end?.kind === 'unexpected') throw end;
    done += size;
  }
  return failed;
}

const factsOf = (office: Office, ticketId: string) =>
  readFacts((office.people[0] as Person).app.zendesk.http, keyOfTicket(ticketId));

/** Where a closed case has its end, an open one none, and what is closed asks nobody for help. */
function isSound({ case: current }: Feedback): boolean {
  if (!current) return true;
  const isClosed = current.status === 'closed';
  return isClosed === (current.closedAt !== null) && isClosed === (current.outcome !== null);
}

function expectSound(key: string, facts: readonly Fact[]): void {
  const numbers = [...new Set(facts.map((fact) => fact.seq))].sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  let state = emptyFeedback(key);
  for (const number of numbers) {
    state = fold(
      state,
      facts.filter((fact) => fact.seq === number),
    );
    expect(isSound(state), `${key} at ${number}`).toBe(true);
  }
  expect(state.ignored).toBe(0);
}

describe.each(runs)('$people people, $actions actions, seed $seed', ({ seed, people, actions }) => {
  it('lose nothing, break no rule, and see the same in the end', async () => {
    const office = await openOffice(seed, people);
    await Promise.all(office.people.map(readAll));
    office.weather.isCalm = false;
    const early = await work(office, 0, actions - last);
    office.weather.isListDown = true;
    const failed = early + (await work(office, actions - last, actions));
    Object.assign(office.weather, { isCalm: true, isListDown: false });
    await whenIdle(office.workspace);

    const truth = new Map<string, Feedback>();
    let written = 0;
    for (const ticketId of office.ticketIds) {
      const key = keyOfTicket(ticketId);
      const facts = await factsOf(office, ticketId);
      expectSound(key, facts);
      truth.set(key, foldAll(key, facts));
      written += new Set(facts.map((fact) => fact.seq)).size;
    }

    // What was confirmed is there, once; what was pressed twice is there once at most.
    const operations = await operationsIn(office);
    for (const person of office.people) {
      for (const operation of person.confirmed) expect(operations.get(operation), operation).toBe(1);
      for (const { operation } of person.doubtful) expect(operations.get(operation) ?? 0).toBeLessThan(2);
    }

    // The next reader mends the list; then everybody's next look shows the same.
    const [reader] = office.people as [Person];
    for (const ticketId of office.ticketIds) await mend(reader, office.workspace, ticketId);
    await whenIdle(office.workspace);
    const listed = listedIn(office.workspace.world);
    for (const [key, feedback] of truth) if (feedback.rev > 0) expect(listed.get(key), key).toEqual(feedback);
    for (const person of office.people) {
      await hear(person);
      for (const [key, feedback] of truth)
        if (laneOf(feedback) !== 'none') expect(person.screen.get(key)?.feedback, key).toEqual(feedback);
    }
    totals.push({ seed, people, actions, failed, written, ...sumOf(office.people) });
  }, 120_000);
});

async function mend(reader: Person, workspace: Workspace, ticketId: string): Promise<void> {
  const key = keyOfTicket(ticketId);
  const listed = listedIn(workspace.world).get(key);
  const subject = { ticketId, requesterId: null };
  if (listed) await readCase(reader.app, listed, subject);
  else await findCase(reader.app, key);
}

async function operationsIn(office: Office): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const ticketId of office.ticketIds) {
    const seen = new Set<string>();
    for (const fact of await factsOf(office, ticketId)) {
      if (!isReadable(fact) || seen.has(`${fact.seq}`)) continue;
      seen.add(`${fact.seq}`);
      counts.set(fact.operation, (counts.get(fact.operation) ?? 0) + 1);
    }
  }
  return counts;
}

const totals: object[] = [];
const sumOf = (people: readonly Person[]) => {
  const mishaps: Record<string, number> = {};
  for (const { network } of people)
    for (const [name, times] of Object.entries(network.struck)) mishaps[name] = (mishaps[name] ?? 0) + times;
  return mishaps;
};
afterAll(() => process.stdout.write(`${totals.map((one) => JSON.stringify(one)).join('\n')}\n`));
