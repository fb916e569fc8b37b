import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findEpochUnit,
  parseResponses,
  type ResponseWindow,
  readResponsePages,
  type SurveyResponse,
} from '../../src/zendesk/responses.ts';
import { createWorkspace } from '../emulator/inProcess.ts';
import { ulid } from '../emulator/world/ulid.ts';
import { createTestApp } from '../testApp.ts';
import { answering } from './answering.ts';

const day = 86_400_000;

const workspaceWith = (unit: 'seconds' | 'milliseconds', scale = 130) => {
  const workspace = createWorkspace({ hasStory: false, scale });
  workspace.world.unknowns.surveyFilterUnit = unit;
  return workspace;
};

async function responsesIn(window: ResponseWindow, workspace = workspaceWith(window.unit)) {
  const { http } = (await createTestApp(workspace, 'admin')).zendesk;
  const pages: SurveyResponse[][] = [];
  for await (const page of readResponsePages(http, window)) pages.push(page.responses);
  return pages;
}

describe('the unit of the time filters', () => {
  it.each(['seconds', 'milliseconds'] as const)('is found where it is %s', async (unit) => {
    const workspace = workspaceWith(unit);
    const { http } = (await createTestApp(workspace, 'admin')).zendesk;
    expect(await findEpochUnit(http, workspace.world.now())).toBe(unit);
    const asked = workspace.exchanges().length;
    expect(await findEpochUnit(http, workspace.world.now())).toBe(unit);
    expect(workspace.exchanges(), 'asked once a frame').toHaveLength(asked);
  });

  it('stays open while nobody was ever offered a survey', async () => {
    const workspace = workspaceWith('seconds', 0);
    const { http } = (await createTestApp(workspace, 'admin')).zendesk;
    expect(await findEpochUnit(http, workspace.world.now())).toBeNull();
  });
});

describe('a window of survey responses', () => {
  it.each(['seconds', 'milliseconds'] as const)('is the world’s own, in order, in %s', async (unit) => {
    const workspace = workspaceWith(unit);
    const all = [...workspace.world.surveyResponses.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [from, to] = [all[10]?.created_at ?? 0, all[99]?.created_at ?? 0];
    const window = { createdFrom: from, createdTo: to + 1000, unit, pageSize: 49 };
    const pages = await responsesIn(window, workspace);
    expect(pages.every((page) => page.length <= 49)).toBe(true);
    const found = pages.flat().map(({ id }) => id);
    const wanted = all.filter(({ created_at }) => created_at >= from && created_at <= to);
    expect(found.slice(0, wanted.length)).toEqual(wanted.map(({ id }) => id));
    const [first] = pages.flat();
    expect(first).toMatchObject({
      ticketId: String(wanted[0]?.ticket_id),
      responderId: String(wanted[0]?.responder_id),
      createdAt: wanted[0]?.created_at,
      expiresAt: wanted[0]?.expires_at,
      conversationId: null,
      broken: 0,
    });
  });

  it('goes on where an earlier reading ended', async () => {
    const workspace = workspaceWith('seconds');
    const { http } = (await createTestApp(workspace, 'admin')).zendesk;
    const window = {
      createdFrom: 0,
      createdTo: workspace.world.now(),
      unit: 'seconds' as const,
      pageSize: 40,
    };
    const first = (await readResponsePages(http, window).next()).value;
    const rest = await responsesIn({ ...window, after: first?.after }, workspace);
    const ids = [...(first?.responses ?? []), ...rest.flat()].map(({ id }) => id);
    expect(ids).toHaveLength(workspace.world.surveyResponses.size);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that is answered with other times was read in another unit: a failure', async () => {
    const row = { id: ulid(Date.parse('2026-03-01'), 1), answers: [] };
    const http = answering(() => ({ survey_responses: [row], meta: { has_more: false } }));
    const window = {
      createdFrom: Date.parse('2026-05-01'),
      createdTo: Date.parse('2026-05-02'),
      unit: 'seconds' as const,
    };
    await expect(readResponsePages(http, window).next()).rejects.toMatchObject({ kind: 'unexpected' });
    const right = { ...window, createdFrom: Date.parse('2026-02-28') };
    await expect(readResponsePages(http, right).next()).resolves.toMatchObject({ done: false });
  });

  it('ends although the cursor never does', async () => {
    const http = answering(() => ({
      survey_responses: [{ id: 'a', answers: [] }],
      meta: { has_more: true, after_cursor: 'same' },
    }));
    const pages = [];
    const window = { createdFrom: 0, createdTo: day, unit: 'seconds' as const };
    for await (const page of readResponsePages(http, window)) pages.push(page);
    expect(pages).toHaveLength(2);
  });
});

describe('one survey response', () => {
  it('may name a conversation alone, or both', () => {
    const named = (subjects: unknown[]) => parseResponses([{ id: 'r', subjects }]).responses[0];
    expect(named([{ id: 'c1', type: 'conversation' }])).toMatchObject({
      ticketId: null,
      conversationId: 'c1',
    });
    const both = [
      { id: 'c1', type: 'conversation' },
      { id: 5, type: 'ticket' },
    ];
    expect(named(both)).toMatchObject({ ticketId: '5', conversationId: 'c1' });
    expect(named([])).toMatchObject({ ticketId: null, conversationId: null });
  });

  it('is read or counted, whatever it is, beside one that is read', () => {
    const whole = { id: 'r', subject_zrns: ['zen:ticket:1'], answers: [] };
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (junk, member) => {
        const { responses, broken } = parseResponses([
          junk,
          whole,
          { ...whole, answers: [member], survey: junk },
        ]);
        expect(responses.length + broken).toBe(3);
        expect(responses.some(({ ticketId, answers }) => ticketId === '1' && answers.length === 0)).toBe(
          true,
        );
      }),
    );
  });
});

describe('a number that is no step of a scale', () => {
  const row = (rating: unknown) => ({
    id: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
    answers: [{ type: 'rating_scale', question: { id: 'q', sub_type: 'customer_satisfaction' }, rating }],
  });

  it.each([[''], [0], [-2], [2.5], ['none'], [{}]])('%j is set apart and counted', (rating) => {
    const [response] = parseResponses([row(rating)]).responses;
    expect([response?.answers.length, response?.broken]).toEqual([0, 1]);
  });

  it.each([
    ['3', 3],
    [5, 5],
  ])('%j is %i', (rating, step) => {
    expect(parseResponses([row(rating)]).responses[0]?.answers[0]?.rating).toBe(step);
  });
});
