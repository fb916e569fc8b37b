import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/zendesk/clock.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import { type FieldWrite, writeFields, writeFieldsMany } from '../../src/zendesk/mirror.ts';
import type { ZafRequest } from '../../src/zendesk/zaf.ts';

function account(...answers: { status: number; responseJSON?: unknown }[]) {
  const requests: ZafRequest[] = [];
  const request = async (options: ZafRequest) => {
    requests.push(options);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer && answer.status >= 300) throw answer;
    return answer;
  };
  return { requests, http: createHttp({ request }, { clock: createClock(() => 0), wait: async () => {} }) };
}

const write: FieldWrite = {
  ticketId: '7',
  updatedAt: Date.parse('2026-11-22T09:00:00Z'),
  fields: [{ id: '11', value: 'fl_status_new' }],
};
const ticket = {
  custom_fields: [{ id: 11, value: 'fl_status_new' }],
  safe_update: true,
  updated_stamp: '2026-11-22T09:00:00Z',
};
const completed = (...results: unknown[]) => ({
  status: 200,
  responseJSON: { job_status: { id: 'j', status: 'completed', results } },
});

describe('fields of one ticket', () => {
  it('are written in one call that gives way to whoever changed the ticket since', async () => {
    const { http, requests } = account({ status: 200, responseJSON: {} });
    await expect(writeFields(http, write)).resolves.toBe('written');
    expect(requests.map(({ type, url }) => `${type} ${url}`)).toEqual(['PUT /api/v2/tickets/7.json']);
    expect(JSON.parse(requests[0]?.data ?? '')).toEqual({ ticket });
  });

  it.each([
    [409, 'conflict'],
    [403, 'forbidden'],
    [404, 'gone'],
    [422, 'refused'],
  ])('answered with %i are %s', async (status, outcome) => {
    await expect(writeFields(account({ status }).http, write)).resolves.toBe(outcome);
  });

  it('of a closed ticket are told from values Zendesk does not take', async () => {
    const details = { status: [{ description: 'Status: closed prevents ticket update' }] };
    const { http } = account({ status: 422, responseJSON: { error: 'RecordInvalid', details } });
    await expect(writeFields(http, write)).resolves.toBe('closed');
  });

  it.each([429, 503, 0])('that Zendesk did not decide on (%i) are a failure', async (status) => {
    await expect(writeFields(account({ status }).http, write)).rejects.toHaveProperty('kind');
  });
});

describe('fields of many tickets', () => {
  it('are one job, each with its own stamp and its own outcome', async () => {
    const { http, requests } = account(
      completed({ id: 8, success: false, error: 'TicketUpdateFailed' }, { id: '7', success: true }),
    );
    const writes = [write, { ...write, ticketId: '8' }, { ...write, ticketId: '9' }];
    await expect(writeFieldsMany(http, writes)).resolves.toEqual(['written', 'conflict', 'conflict']);
    expect(requests[0]?.url).toBe('/api/v2/tickets/update_many.json');
    expect(JSON.parse(requests[0]?.data ?? '').tickets[1]).toEqual({ id: 8, ...ticket });
  });

  it.each([
    [{ error: 'Forbidden' }, 'forbidden'],
    [{ error: 'RecordInvalid', details: 'Status: closed prevents ticket update' }, 'closed'],
    [{ error: 'RecordNotFound', details: 'Not found' }, 'gone'],
    [{ error: 'RecordInvalid', details: 'Feedback status: is invalid' }, 'refused'],
    [{ error: 'UpdateConflict' }, 'conflict'],
  ])('of which one was refused with %j: %s', async (row, outcome) => {
    const { http } = account(completed({ id: 7, success: false, ...row }));
    await expect(writeFieldsMany(http, [write])).resolves.toEqual([outcome]);
  });

  it.each([[null], ['text'], [7], [{ success: true }]])('survive a row such as %j', async (row) => {
    await expect(writeFieldsMany(account(completed(row)).http, [write])).resolves.toEqual(['conflict']);
  });
});
