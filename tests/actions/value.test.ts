/** What customers are worth: read from the field an admin named, in hundreds, on request. */
import { beforeEach, describe, expect, it } from 'vitest';
import { estimateValue, readValue, type ValueControl } from '../../src/actions/readValue.ts';
import type { App } from '../../src/app.ts';
import type { BadRow } from '../../src/care/value.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createTestApp } from '../testApp.ts';
import { createReadyWorkspace } from '../ui/render.tsx';

const ofOrganization = { of: 'organization', fieldKey: 'yearly_value', unit: '€' } as const;
const ofUser = { of: 'user', fieldKey: 'worth', unit: '€' } as const;
let workspace: Workspace;
let app: App;

beforeEach(async () => {
  workspace = await createReadyWorkspace();
  app = await createTestApp(workspace, 'lead');
});

const control = (more: Partial<ValueControl> = {}): ValueControl => ({
  isStopped: () => false,
  onProgress: () => {},
  clock: () => performance.now(),
  ...more,
});
const bad = (ticketId: string): BadRow => ({ ticketId, isContacted: false, isRecovered: false });

/** Tickets of the story whose customer belongs to an organization. */
const owned = () => [...workspace.world.tickets.values()].filter((one) => one.organization_id !== null);

function worth(value: unknown) {
  for (const one of workspace.world.organizations.values())
    workspace.world.organizations.put({ ...one, organization_fields: { yearly_value: value } });
}

describe('the value of customers with bad scores', () => {
  it('is the sum over organizations, each once, read in hundreds', async () => {
    worth(1000);
    const tickets = owned().slice(0, 30);
    const organizations = new Set(tickets.map((one) => one.organization_id));
    const rows = tickets.map(({ id }) => bad(String(id)));
    const before = workspace.exchanges().length;
    const progress: number[] = [];
    const found = await readValue(
      app,
      ofOrganization,
      rows,
      control({ onProgress: (n) => progress.push(n) }),
    );
    expect(found).toMatchObject({
      atRisk: { customers: organizations.size, value: organizations.size * 1000 },
      contacted: { customers: 0, value: 0 },
      isFieldGone: false,
      noNumbers: 0,
    });
    expect(organizations.size).toBeGreaterThan(0);
    expect(workspace.exchanges().length - before).toBe(estimateValue(rows).calls);
    expect(progress).toEqual([1, 2]);
  });

  it('is the customers’ own where the field is theirs, and decimals may come as text', async () => {
    const [ticket] = [...workspace.world.tickets.values()];
    const customer = workspace.world.users.get(ticket?.requester_id ?? 0);
    if (!ticket || !customer) throw new Error('the world has no ticket');
    workspace.world.users.put({ ...customer, user_fields: { worth: '12.5' } });
    const found = await readValue(app, ofUser, [bad(String(ticket.id))], control());
    expect(found?.atRisk).toEqual({ customers: 1, value: 12.5 });
  });

  it('counts and tells customers whose field is empty, or holds no number', async () => {
    const [ticket] = owned();
    const rows = [bad(String(ticket?.id))];
    worth(null);
    expect(await readValue(app, ofOrganization, rows, control())).toMatchObject({
      atRisk: { customers: 0, value: 0 },
      without: 1,
      noNumbers: 0,
      isFieldGone: false,
    });
    worth('a lot');
    expect(await readValue(app, ofOrganization, rows, control())).toMatchObject({ without: 1, noNumbers: 1 });
  });

  it('tells when there is no such field any more', async () => {
    const [ticket] = owned();
    expect(await readValue(app, ofOrganization, [bad(String(ticket?.id))], control())).toMatchObject({
      isFieldGone: true,
    });
  });

  it('has tickets that are gone among the unread', async () => {
    expect(await readValue(app, ofUser, [bad('99999999')], control())).toMatchObject({ unread: 1 });
  });

  it('stops when asked to', async () => {
    worth(1000);
    const rows = owned().map(({ id }) => bad(String(id)));
    const before = workspace.exchanges().length;
    let calls = 0;
    const stopping = control({
      onProgress: (done) => {
        calls = done;
      },
      isStopped: () => calls === 1,
    });
    expect(await readValue(app, ofOrganization, rows, stopping)).toBeNull();
    expect(workspace.exchanges().length - before).toBe(1);
  });

  it('says before how many calls it takes', () => {
    const rows = Array.from({ length: 6100 }, (_, index) => bad(String(index)));
    expect(estimateValue(rows)).toEqual({ calls: 122, minutes: 3 });
    expect(estimateValue([bad('1'), bad('1')])).toEqual({ calls: 2, minutes: 1 });
  });
});
