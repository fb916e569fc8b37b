import { describe, expect, it } from 'vitest';
import { changeTicket } from '../../world/changeTicket.ts';
import { createWorld } from '../../world/createWorld.ts';
import { personas } from '../../world/people.ts';
import { makeSources } from '../../world/scale.ts';
import { responseOf } from '../../world/surveyAccess.ts';
import { storyNow } from '../../world/world.ts';

const million = 1_000_000;
const small = createWorld();

describe('a million feedbacks', () => {
  const world = createWorld({ scale: million });

  it('store nothing: the world keeps as many objects as without them', () => {
    for (const name of ['tickets', 'users', 'surveyResponses'] as const) {
      expect([...world[name].stored()]).toHaveLength([...small[name].stored()].length);
    }
    expect(world.tickets.size).toBe(small.tickets.size + million);
    expect(world.surveyResponses.size).toBe(small.surveyResponses.size + million);
  });

  it('are found by number, the last as well as the first, and are the same each time', () => {
    for (const id of [million, million + 77, 2 * million - 1]) {
      expect(world.tickets.get(id)).toEqual(world.tickets.get(id));
      expect(world.tickets.get(id)?.id).toBe(id);
    }
    expect(world.tickets.get(2 * million)).toBeUndefined();
    expect(world.tickets.has(1.5 * million + 0.5)).toBe(false);
  });

  it('hang together: requester, survey response, rating and audits of one ticket agree', () => {
    for (let id = million; id < 2 * million; id += 9973) {
      const ticket = world.tickets.get(id);
      const response = responseOf(world, id);
      const requester = world.users.get(ticket?.requester_id ?? 0);
      expect(requester?.role).toBe('end-user');
      expect(response).toMatchObject({ ticket_id: id, responder_id: requester?.id });
      expect(world.surveyResponses.get(response?.id ?? '')).toEqual(response);
      const csat = response?.answers[0]?.rating ?? 0;
      expect(ticket?.rating.score).toBe(csat >= 4 ? 'good' : 'bad');
      expect(ticket?.audits.flatMap(({ events }) => events)).toContainEqual(
        expect.objectContaining({ type: 'SurveyResponseSubmitted', survey_response_id: response?.id }),
      );
      expect(
        ticket?.audits.map((audit) => audit.created_at).every((at, i, all) => at >= (all[i - 1] ?? 0)),
      ).toBe(true);
      expect(Math.max(...(ticket?.audits.map((audit) => audit.created_at) ?? []))).toBeLessThanOrEqual(
        storyNow,
      );
    }
  });

  it('ascend in time with their number, and so do the ids of their survey responses', () => {
    let before = { created: 0, response: '' };
    for (let id = million; id < 2 * million; id += 4999) {
      const created = world.tickets.get(id)?.created_at ?? 0;
      const response = world.madeResponseId(id) ?? '';
      expect(created).toBeGreaterThanOrEqual(before.created);
      expect(response > before.response).toBe(true);
      before = { created, response };
    }
  });
});

describe('listing a scaled world', () => {
  it('makes only what is looked at', () => {
    let made = 0;
    const { tickets } = makeSources(
      { scale: million, answered: 100 },
      { now: () => storyNow, csat: () => 'survey' },
    );
    for (const key of tickets?.keys() ?? []) {
      if (tickets?.get(key)) made += 1;
      if (made === 25) break;
    }
    expect(made).toBe(25);
  });

  it('gives every ticket once, a changed one with its change', () => {
    const world = createWorld({ scale: 2000 });
    const open = [...world.tickets.values()].find(({ id, status }) => id >= million && status === 'solved');
    const id = open?.id ?? 0;
    changeTicket(world, id, { addTags: ['touched'] }, { authorId: personas.agent, channel: 'web' });
    const all = [...world.tickets.values()];
    expect(all).toHaveLength(world.tickets.size);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    expect(all.find((one) => one.id === id)?.tags).toContain('touched');
    expect(world.tickets.get(id)?.audits.length).toBeGreaterThan(5);
  });

  it('lets made tickets close with the clock', () => {
    const world = createWorld({ scale: 2000 });
    const solved = () =>
      [...world.tickets.values()].filter(({ id, status }) => id >= million && status === 'solved').length;
    expect(solved()).toBeGreaterThan(0);
    world.advance(10 * 86_400_000);
    expect(solved()).toBe(0);
  });

  it('has no made ticket, user or survey without --scale', () => {
    expect(small.tickets.get(million)).toBeUndefined();
    expect(small.madeResponseId(million)).toBeNull();
  });
});
