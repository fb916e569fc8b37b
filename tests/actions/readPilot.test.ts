/** Which feedbacks a pilot is compared by, and where each came up. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readPilot } from '../../src/actions/readPilot.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import type { App } from '../../src/app.ts';
import { comparePilot } from '../../src/care/pilot.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { whenIdle } from '../testApp.ts';
import { adminOf, day, openAccount, timeOf } from './syncWorld.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = await openAccount({});
  admin = await adminOf(workspace);
});

const moveTo = (ticket: string, group: number) =>
  changeTicket(
    workspace.world,
    Number(ticket),
    { group_id: group, assignee_id: null },
    { authorId: personas.admin, channel: 'api' },
  );

async function rated(csat: number, group: number): Promise<string> {
  const ticket = solvedTicket(workspace.world);
  moveTo(ticket, group);
  workspace.world.advance(120_000);
  answerSurvey(workspace.world, { ticket: Number(ticket), csat });
  const found = await readTicketFeedback(admin, ticket);
  await recordSighting(admin, found);
  await whenIdle(workspace);
  return ticket;
}

const read = (since = admin.now() - 30 * day, pages?: number) =>
  readPilot(admin, since, { pages, clock: () => timeOf(workspace).now });

const [first, second] = [360_000_100_001, 360_000_100_002];

describe('the feedbacks of a pilot', () => {
  it('stand on the side of the group that has their ticket', async () => {
    for (const csat of [1, 5, 4]) await rated(csat, first);
    for (const csat of [2, 5]) await rated(csat, second);
    const pilot = { groupIds: [String(first)], brandIds: [] };
    const reading = await read();
    const configuration = { ...admin.configuration, pilot };
    const { sides, unplaced } = comparePilot(reading.placed, configuration, {
      since: reading.since,
      now: reading.asOf,
    });
    expect(reading.isWhole).toBe(true);
    expect([sides.pilot.rates.csat.k, sides.pilot.rates.csat.n]).toEqual([2, 3]);
    expect([sides.rest.rates.csat.k, sides.rest.rates.csat.n]).toEqual([1, 2]);
    expect(unplaced).toBe(0);
  });

  it('stay there when the ticket goes elsewhere afterwards', async () => {
    const ticket = await rated(1, first);
    workspace.world.advance(120_000);
    moveTo(ticket, second);
    const { placed } = await read();
    expect(placed.map(({ place }) => place?.groupId)).toEqual([String(first)]);
  });

  it('are told by brand as well, where brands are in the pilot', async () => {
    const ticket = await rated(1, first);
    const brand = String(workspace.world.tickets.get(Number(ticket))?.brand_id);
    admin = {
      ...admin,
      configuration: { ...admin.configuration, pilot: { groupIds: [], brandIds: [brand] } },
    };
    const { placed } = await read();
    expect(placed.map(({ place }) => place?.brandId)).toEqual([brand]);
  });

  it('are those rated since, and none is read twice', async () => {
    await rated(1, first);
    const before = workspace.exchanges().length;
    expect((await read(admin.now() + 1)).placed).toEqual([]);
    expect(workspace.exchanges().length - before).toBe(1);
  });

  it('say so when they are not all', async () => {
    await rated(1, first);
    const { http } = admin.zendesk;
    const get: typeof http.get = async (url, ...given) => {
      const answer = await http.get(url, ...given);
      if (url.includes('fl_feedback'))
        Object.assign(answer as object, { meta: { has_more: true, after_cursor: 'more' } });
      return answer;
    };
    admin = { ...admin, zendesk: { ...admin.zendesk, http: { ...http, get } } };
    expect((await read(0, 1)).isWhole).toBe(false);
  });

  it('are not shown at all where they cannot be read', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_feedback/records', kind: '403' }]);
    await expect(read()).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
