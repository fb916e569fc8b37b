import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { createWorld } from '../../world/createWorld.ts';
import type { Ticket } from '../../world/entities.ts';
import { intentTag } from '../../world/fields.ts';
import { agentIds, personas } from '../../world/people.ts';
import { storyTickets } from '../../world/storyTickets.ts';
import { responseOf } from '../../world/surveyAccess.ts';
import { storyNow, type World } from '../../world/world.ts';

const world = createWorld();
const tickets = [...world.tickets.values()];
const ticket = (name: keyof typeof storyTickets): Ticket => {
  const found = world.tickets.get(storyTickets[name]);
  if (!found) throw new Error(`the story has no ${name}`);
  return found;
};
const ratings = (name: keyof typeof storyTickets) =>
  responseOf(world, storyTickets[name])?.answers.map((answer) => answer.rating ?? null) ?? [];

function fingerprint(of: World): string {
  const hash = createHash('sha256');
  const all = [
    of.users,
    of.groups,
    of.memberships,
    of.tickets,
    of.ticketFields,
    of.surveys,
    of.surveyResponses,
    of.triggers,
  ];
  for (const collection of all) hash.update(JSON.stringify([...(collection.values() as Iterable<unknown>)]));
  return hash.update(JSON.stringify(of.outbox)).digest('hex');
}

const share = (list: Ticket[]) => {
  const good = list.filter(({ rating }) => rating.score === 'good').length;
  const rated = list.filter(({ rating }) => rating.score === 'good' || rating.score === 'bad').length;
  return { good, rated, percent: (100 * good) / rated };
};

describe('the story as a whole', () => {
  it('is the same to the letter in two runs', async () => {
    // What modules keep between calls may not hide a difference between runs.
    vi.resetModules();
    const secondRun = await import('../../world/createWorld.ts');
    expect(fingerprint(secondRun.createWorld())).toBe(fingerprint(world));
  });

  it('has a few hundred tickets over three months, numbered in order of creation', () => {
    expect(tickets.length).toBeGreaterThan(280);
    const sorted = tickets.toSorted((a, b) => a.id - b.id);
    for (const [index, one] of sorted.entries()) {
      expect(one.created_at).toBeGreaterThan(sorted[index - 1]?.created_at ?? 0);
    }
    expect(storyNow - (sorted[0]?.created_at ?? 0)).toBeGreaterThan(88 * 86_400_000);
  });

  it('has nothing in the future and no change after closing but a late archive', () => {
    for (const { id, audits, closed_at, comments } of tickets) {
      const times = audits.map((audit) => audit.created_at);
      expect(times, `audits of ${id} ascend`).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(storyNow);
      if (closed_at !== null) expect(times.at(-1), `last audit of ${id} closes it`).toBe(closed_at);
      expect(comments.length).toBeGreaterThan(0);
    }
  });

  it('is answered by about 40 of 100 and liked by about 80 of 100, the sign-in page by about 64', () => {
    const offered = tickets.filter(({ rating }) => rating.offered_at !== null);
    const isLogin = ({ tags }: Ticket) => tags.includes(intentTag('login_page'));
    const login = share(tickets.filter(isLogin));
    const rest = share(tickets.filter((one) => !isLogin(one)));
    expect((login.rated + rest.rated) / offered.length).toBeGreaterThan(0.34);
    expect((login.rated + rest.rated) / offered.length).toBeLessThan(0.46);
    expect(login.percent).toBeGreaterThan(58);
    expect(login.percent).toBeLessThan(70);
    expect(rest.percent).toBeGreaterThan(75);
    expect(rest.percent).toBeLessThan(85);
  });

  it('keeps ticket rating and survey answer in step: 4 and 5 are good, 1 to 3 bad', () => {
    for (const { id, rating } of tickets) {
      const csat = responseOf(world, id)?.answers[0]?.rating;
      if (csat === undefined) expect(['offered', 'unoffered']).toContain(rating.score);
      else expect(rating.score).toBe(csat >= 4 ? 'good' : 'bad');
    }
  });

  it('leaves the next ticket number free', () => {
    expect(world.nextId('ticket')).toBe(Math.max(...tickets.map(({ id }) => id)) + 1);
  });
});

describe('the named tickets', () => {
  it('let the customer of the fresh ticket answer from the mailbox, and its agent is the agent persona', () => {
    const fresh = ticket('fresh');
    expect(fresh).toMatchObject({
      status: 'solved',
      assignee_id: personas.agent,
      rating: { score: 'offered' },
    });
    const mail = world.outbox.findLast((one) => one.ticketId === fresh.id);
    expect(mail?.to.email).toBe(world.users.get(fresh.requester_id)?.email);
    expect(mail?.survey).toMatchObject({
      ticketId: fresh.id,
      accessToken: responseOf(world, fresh.id)?.access_token,
    });
  });

  it.each([
    ['praise', [5, 5]],
    ['transfers', [2, 1]],
    ['waiting', [2, 2]],
    ['policy', [1, 4]],
    ['niceTeamHardProcess', [5, 1]],
    ['loginPage', [2, 1]],
    ['reRated', [4, 3]],
    ['neutral', [3, 3]],
    ['badWithoutWords', [1, null]],
    ['closedBad', [1, 1]],
  ] as const)('%s is rated CSAT, CES %j', (name, expected) => {
    expect(ratings(name).slice(0, 2)).toEqual(expected);
  });

  it('passes the transferred customer through four agents', () => {
    const agents = new Set(
      ticket('transfers')
        .comments.filter((one) => one.author_id < 362_000_000_000)
        .map((one) => one.author_id),
    );
    expect(agents.size).toBe(4);
  });

  it('shows the scanner: three ratings within half a minute of the mail, no words, one domain', () => {
    for (const name of ['scanner', 'scannerSecond', 'scannerThird'] as const) {
      const { rating, audits, requester_id } = ticket(name);
      const answers = audits.filter(({ events }) =>
        events.some(({ type }) => type === 'SurveyResponseSubmitted'),
      );
      expect(answers).toHaveLength(3);
      expect((answers[2]?.created_at ?? 0) - (rating.offered_at ?? 0)).toBeLessThan(30_000);
      expect(rating.comment).toBeNull();
      expect(world.users.get(requester_id)?.email).toMatch(/@harbour-freight\.example$/);
    }
    expect(ticket('scannerThenHuman').rating).toMatchObject({ score: 'good' });
  });

  it('keeps when a customer who changed the answer first answered', () => {
    const { rating } = ticket('reRated');
    expect(rating.updated_at ?? 0).toBeGreaterThan((rating.created_at ?? 0) + 86_400_000);
  });

  it('moves the reassigned ticket to somebody else after its rating', () => {
    const { rating, audits, assignee_id } = ticket('reassigned');
    const moved = audits.findLast(({ events }) => events.some((event) => event.field_name === 'assignee_id'));
    expect(moved?.created_at ?? 0).toBeGreaterThan(rating.updated_at ?? 0);
    expect(assignee_id).toBe(agentIds.grace);
  });

  it('has the states it names', () => {
    expect(ticket('expired')).toMatchObject({ status: 'closed', rating: { score: 'offered' } });
    expect(ticket('offered')).toMatchObject({ status: 'solved', rating: { score: 'offered' } });
    expect(ticket('notYetOffered')).toMatchObject({ status: 'solved', rating: { score: 'unoffered' } });
    expect(ticket('unoffered')).toMatchObject({ status: 'new', assignee_id: null });
    expect(ticket('merged')).toMatchObject({ status: 'closed', rating: { score: 'unoffered' } });
    expect(ticket('merged').tags).toContain('closed_by_merge');
    expect(ticket('agentLeft')).toMatchObject({ status: 'closed', assignee_id: agentIds.left });
    expect(world.users.get(agentIds.left)?.active).toBe(false);
    expect(ticket('followUp').followup_source_id).toBe(storyTickets.closedBad);
    expect(ticket('closedBad').followup_ids).toEqual([storyTickets.followUp]);
    expect(ticket('vip').tags).toContain('vip');
  });

  it('carries hostile and right-to-left text unchanged', () => {
    expect(ticket('hostile').subject).toContain('<script>');
    expect(ticket('bidi').subject).toContain('\u202e');
    expect(ticket('arabic').subject).toMatch(/\p{Script=Arabic}/u);
    expect(ticket('hebrew').subject).toMatch(/\p{Script=Hebrew}/u);
    expect(ticket('japanese').comments[0]?.body).toMatch(/\p{Script=Hiragana}/u);
  });
});
