/** Free questions of the report that read more than its rows: time between statuses, and what customers are worth. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readReport } from '../../src/actions/readReport.ts';
import type { App } from '../../src/app.ts';
import type { Question } from '../../src/care/insights/question.ts';
import { StatusTimes } from '../../src/ui/insights/StatusTimes.tsx';
import { ValueSection } from '../../src/ui/insights/ValueSection.tsx';
import { closeCase, day } from '../actions/huddleWorld.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  workspace = await createReadyWorkspace();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function asked(app: App) {
  const now = workspace.world.now();
  const period = { from: now - 30 * day, to: now + day };
  const data = await readReport(app, period);
  const question: Question = { period, before: null, filters: {}, by: null, hasSuspected: true, now };
  return { data, question };
}

describe('the time between two statuses', () => {
  it('says first what it takes, then tells the times, the open ones apart, and asks nothing twice', async () => {
    await closeCase(workspace, 5);
    await closeCase(workspace, null);
    const { app } = await openApp(workspace, 'admin');
    const { data, question } = await asked(app);
    const { user } = show(app, <StatusTimes data={data} question={question} />);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/Cases: 2\. Calls to read them: 1, about 1 min/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Count' }));
    expect(await screen.findByRole('button', { name: /By the calendar: median 5 hr/ })).toBeTruthy();
    expect(screen.getByText(/Cases not there yet: 1/)).toBeTruthy();
    const calls = workspace.exchanges().length;
    await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), 'In progress, the first time');
    expect(screen.queryByText(/median 5 hr/)).toBeNull();
    expect(workspace.exchanges()).toHaveLength(calls);
  });

  it('opens the cases behind it', async () => {
    await closeCase(workspace, 5);
    const { app } = await openApp(workspace, 'admin');
    const { user } = show(app, <StatusTimes {...(await asked(app))} />);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    await user.click(await screen.findByRole('button', { name: 'Count' }));
    await user.click(await screen.findByRole('button', { name: /By the calendar/ }));
    expect(await screen.findByRole('dialog', { name: 'Cases that came to both' })).toBeTruthy();
    expect(await screen.findByText(/Where is my parcel/)).toBeTruthy();
  });

  it('says that nothing is kept where the browser stores nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await closeCase(workspace, 5);
    const { app } = await openApp(workspace, 'admin');
    const { user } = show(app, <StatusTimes {...(await asked(app))} />);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/This browser keeps nothing for the app/)).toBeTruthy();
  });
});

describe('what customers are worth', () => {
  const setting = { of: 'user', fieldKey: 'worth', unit: '€ a year' } as const;

  it('is not spoken of where the account names no field', async () => {
    await closeCase(workspace, 5);
    const { app } = await openApp(workspace, 'admin');
    const { container } = show(app, <ValueSection {...(await asked(app))} />);
    expect(container.textContent).toBe('');
  });

  it('is read on request, with the field and the unit named', async () => {
    const ticket = await closeCase(workspace, 5);
    const customer = workspace.world.users.get(
      workspace.world.tickets.get(Number(ticket))?.requester_id ?? 0,
    );
    if (!customer) throw new Error('nobody asked');
    workspace.world.users.put({ ...customer, user_fields: { worth: 1200 } });
    const { app } = await openApp(workspace, 'admin');
    const here = { ...app, configuration: { ...app.configuration, customerValue: setting } };
    const given = await asked(here);
    const calls = workspace.exchanges().length;
    const { user } = show(here, <ValueSection {...given} />);
    expect(screen.getByText(/From the user field worth/)).toBeTruthy();
    expect(workspace.exchanges()).toHaveLength(calls);
    await user.click(screen.getByRole('button', { name: 'Read them' }));
    expect(
      await screen.findByRole('button', { name: /At risk: customers with a bad score: 1,200 € a year/ }),
    ).toBeTruthy();
    expect(workspace.exchanges()).toHaveLength(calls + 2);
    expect(screen.getByText(/Of these recovered/)).toBeTruthy();
    expect(screen.getAllByText('1 customer').length).toBeGreaterThan(0);
  });
});
