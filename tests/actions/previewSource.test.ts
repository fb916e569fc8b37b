import { beforeEach, describe, expect, it } from 'vitest';
import { type Lately, previewQuestion, previewSource, readLately } from '../../src/actions/previewSource.ts';
import { readSourceChoices } from '../../src/actions/readSourceChoices.ts';
import type { App } from '../../src/app.ts';
import { defaultConfiguration, type ScoreSource } from '../../src/care/configuration.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;
let lately: Lately;
let tickets: string[];
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  admin = await createTestApp(workspace, 'admin');
  lately = readLately(admin);
  tickets = [1, 2, 3].map(() => solvedTicket(workspace.world));
});

type Change = Parameters<typeof changeTicket>[2];
const change = (index: number, part: Change) =>
  changeTicket(workspace.world, Number(tickets[index]), part, { authorId: personas.agent, channel: 'api' });

const source = (own: Partial<ScoreSource>): ScoreSource => ({
  id: 'draft',
  kind: 'tag',
  metric: 'csat',
  fieldId: null,
  pattern: 'stars-{score}',
  lowest: 1,
  scale: 5,
  isLowerBetter: false,
  headline: 'Draft',
  ...own,
});

const read = async (own: Partial<ScoreSource>) =>
  (await previewSource(admin, source(own), lately)).examples.map(({ ticketId, text, rating, unread }) => [
    tickets.indexOf(ticketId ?? ''),
    text,
    rating?.value ?? unread,
  ]);

describe('examples while choosing', () => {
  it('are tags as they stand on the tickets changed last, with the number read', async () => {
    change(0, { tags: ['vip', 'stars-4'] });
    change(1, { tags: ['stars-9'] });
    change(2, { tags: ['stars-none'] });
    expect(await read({})).toEqual([
      [0, 'stars-4', 4],
      [1, 'stars-9', 'out_of_scale'],
    ]);
  });

  it('are values of a ticket field, and why one is not read', async () => {
    const field = await workspace.fetchAs('admin')('/api/v2/ticket_fields', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket_field: { type: 'text', title: 'Stars' } }),
    });
    const { ticket_field } = (await field.json()) as { ticket_field: { id: number } };
    change(0, { custom_fields: { [ticket_field.id]: '4/5' } });
    change(1, { custom_fields: { [ticket_field.id]: 'asked again' } });
    const fieldId = String(ticket_field.id);
    expect(await read({ kind: 'field', fieldId, pattern: null })).toEqual([
      [0, '4/5', 4],
      [1, 'asked again', 'no_number'],
    ]);
  });

  it('are internal notes and never a public comment', async () => {
    const note = (body: string, isPublic = false) => ({
      comment: { body, public: isPublic, author_id: personas.agent },
    });
    change(0, note('Stars: 2 of 5\n<b>Slow</b>'));
    change(1, note('Called back.'));
    change(2, note('Stars: 5 of 5', true));
    workspace.world.advance(120_000);
    const examples = await read({ kind: 'comment', pattern: 'stars: {score} of 5' });
    expect(examples[0]).toEqual([0, 'Stars: 2 of 5\n<b>Slow</b>', 2]);
    expect(examples.map(([, , value]) => value)).not.toContain(5);
  });

  it('are answers to a question of the survey', async () => {
    const answered = solvedTicket(workspace.world, { csat: 4, ces: 2 });
    const { questions } = await readSourceChoices(admin, defaultConfiguration, lately);
    const ces = questions.find(({ metric }) => metric === 'ces');
    if (!ces) throw new Error('no effort question');
    const { examples } = await previewQuestion(ces, lately);
    const own = examples.find(({ ticketId }) => ticketId === answered);
    expect(own?.rating).toMatchObject({ metric: 'ces', value: 2, scale: 5, definition: ces.id });
  });

  it('show different numbers first, five at most', async () => {
    tickets = Array.from({ length: 8 }, () => solvedTicket(workspace.world));
    tickets.forEach((_, index) => {
      change(index, { tags: [`stars-${index < 6 ? 5 : index - 4}`] });
    });
    const values = (await read({})).map(([, , value]) => value);
    expect(values).toHaveLength(5);
    expect(values.slice(0, 3).sort()).toEqual([2, 3, 5]);
  });

  it('cost two calls however long somebody types', async () => {
    const before = workspace.exchanges().length;
    for (const pattern of ['s{score}', 'st{score}', 'stars-{score}']) await read({ pattern });
    expect(workspace.exchanges().length - before).toBeLessThanOrEqual(2);
  });

  it('are asked again after a failure', async () => {
    change(0, { tags: ['stars-4'] });
    workspace.setFaults([{ path: '/api/v2/tickets', kind: '403' }]);
    await expect(read({})).rejects.toMatchObject({ kind: 'forbidden' });
    workspace.setFaults([]);
    expect(await read({})).toHaveLength(1);
  });
});

describe('what can be chosen', () => {
  it('is there as far as it could be read, with what failed', async () => {
    workspace.setFaults([{ path: '/api/v2/ticket_fields', kind: '403' }]);
    const choices = await readSourceChoices(admin, defaultConfiguration, lately);
    expect(choices.failure?.kind).toBe('forbidden');
    expect(choices.questions.map(({ metric }) => metric)).toEqual(['csat', 'ces']);
  });

  it('holds no question on an account with good and bad', async () => {
    workspace.world.csat = 'legacy';
    const choices = await readSourceChoices(admin, defaultConfiguration, lately);
    expect([choices.questions, choices.failure]).toEqual([[], null]);
  });
});
