/** An account with a month behind it: tickets rated in October and September 2026, most of them with a topic. */
import { Batch } from '../../src/actions/batch.ts';
import type { App } from '../../src/app.ts';
import type { Entry } from '../../src/care/ledger.ts';
import { createTicket } from '../emulator/world/changeTicket.ts';
import { agentIds, groupIds, personas } from '../emulator/world/people.ts';
import { answerSurvey, offerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';

interface Pile {
  topic: string | null;
  /** 0 January. */
  month: number;
  rated: number;
  good: number;
}

const [september, october] = [8, 9];

/**
 * In October a claim is possible of the sign-in page (32 of 50 good against 120 of 148), not of returns (16 of 25)
 * and of nothing that has fewer than ten ratings.
 */
export const piles: readonly Pile[] = [
  { topic: 'Login page', month: october, rated: 50, good: 32 },
  { topic: 'Returns', month: october, rated: 25, good: 16 },
  { topic: 'Parcel lost', month: october, rated: 60, good: 54 },
  { topic: 'Gift cards', month: october, rated: 14, good: 9 },
  { topic: 'App crashes', month: october, rated: 6, good: 2 },
  { topic: null, month: october, rated: 43, good: 39 },
  { topic: 'Login page', month: september, rated: 12, good: 10 },
  { topic: 'Returns', month: september, rated: 30, good: 18 },
  { topic: 'Parcel lost', month: september, rated: 50, good: 44 },
  { topic: null, month: september, rated: 30, good: 26 },
];

/** The same with so wide a gap that what an open app finds besides (the story's own ratings) changes no claim. */
export const widePiles = piles.map((pile) =>
  pile.topic === 'Login page' && pile.month === october ? { ...pile, good: 24 } : pile,
);

const words: Record<string, [subject: string, comment: string]> = {
  'Login page': ['Cannot sign in', 'The page asks for my password again and again.'],
  Returns: ['Where is my refund?', 'Three weeks for a refund is too long.'],
  'Parcel lost': ['Parcel did not arrive', 'Quick and kind, thank you.'],
  'Gift cards': ['Gift card is refused', 'The code does not work in the shop.'],
  'App crashes': ['The app closes by itself', 'It crashes on every order.'],
};

const hour = 3_600_000;
const day = 24 * hour;
const tagger = { priority: 'background' } as const;

/** Writes tickets and surveys into the world and their facts into the ledger, as the app itself would have. */
export async function liveThroughMonths(app: App, world: World, wanted = piles): Promise<void> {
  const customers = [...world.users.values()].filter(({ role, email }) => role === 'end-user' && email);
  const agents = [personas.agent, agentIds.tomas, agentIds.kwame];
  const rated: { key: string; ticketId: string; requesterId: string; entry: Entry }[] = [];
  for (const pile of wanted) {
    for (let index = 0; index < pile.rated; index += 1) {
      const at = Date.UTC(2026, pile.month, 1 + (index % 28), 10) + (index % 7) * hour;
      const customer = customers[(index * 7 + pile.rated) % customers.length];
      if (!customer) throw new Error('the world has no customers');
      const isGood =
        Math.floor(((index + 1) * pile.good) / pile.rated) > Math.floor((index * pile.good) / pile.rated);
      const csat = isGood ? 4 + (index % 2) : 1 + (index % 3);
      const [subject, comment] = words[pile.topic ?? ''] ?? ['A question', 'Fine.'];
      const { ticket } = createTicket(
        world,
        {
          subject,
          requester_id: customer.id,
          assignee_id: agents[index % agents.length],
          group_id: groupIds.billing,
          status: 'solved',
          comment: { body: `${subject}.`, public: true, author_id: customer.id },
        },
        { authorId: personas.agent, channel: 'email', at: at - day, isHistory: true },
      );
      offerSurvey(world, ticket.id, { at: at - hour, isHistory: true, hasMail: false });
      answerSurvey(world, { ticket: ticket.id, csat, comment }, { at, isHistory: true });
      rated.push({
        key: `ticket:${ticket.id}`,
        ticketId: String(ticket.id),
        requesterId: String(customer.id),
        entry: entryOf(csat, at, pile.topic),
      });
    }
  }
  for (let from = 0; from < rated.length; from += 100) {
    const items = rated.slice(from, from + 100).map((one) => ({ ...one, decide: () => one.entry }));
    const batch = new Batch(app, items, tagger);
    await batch.writeFacts(true);
    await batch.writeList(null);
  }
}

function entryOf(csat: number, answeredAt: number, topic: string | null): Entry {
  const rating = {
    metric: 'csat' as const,
    value: csat,
    scale: 5,
    lowest: 1,
    verdict: csat >= 4 ? ('good' as const) : ('bad' as const),
    source: 'survey_responses',
    definition: null,
    answeredAt,
    asOf: null,
  };
  return [
    { kind: 'rated', body: { ratings: [rating], isAlreadyRevised: false } },
    ...(topic === null
      ? []
      : [{ kind: 'bucket_set' as const, body: { bucket: 'root_cause' as const, topic, note: null } }]),
  ];
}
