import { beforeEach, describe, expect, it } from 'vitest';
import { adoptSettings } from '../../src/actions/adoptSettings.ts';
import { configure } from '../../src/actions/configure.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, createTestHub } from '../testApp.ts';

let workspace: Workspace;
let admin: App;
let join: ReturnType<typeof createTestHub>;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  await setUp(await createTestApp(workspace, 'admin'), () => {});
  join = createTestHub();
  admin = await createTestApp(workspace, 'admin', { hub: join() });
});

async function save(targetHours: number) {
  const basis = await readStoredConfiguration(admin);
  await configure(admin, { ...basis, targetHours }, basis);
}

describe('settings an admin saves', () => {
  it('count in the other frames of this tab at once, without a call', async () => {
    const sidebar = await createTestApp(workspace, 'admin', { hub: join() });
    const heard: string[] = [];
    sidebar.zendesk.hub.onNews(({ key }) => heard.push(key));
    await save(8);
    expect(heard).toEqual(['configuration']);
    const calls = workspace.exchanges().length;
    await adoptSettings(sidebar);
    expect(sidebar.configuration.targetHours).toBe(8);
    expect(workspace.exchanges()).toHaveLength(calls);
  });

  it('are read by an admin’s other tab, and not asked for by anybody else’s', async () => {
    const tab = await createTestApp(workspace, 'admin');
    const agent = await createTestApp(workspace, 'agent');
    await save(8);
    await adoptSettings(tab);
    expect(tab.configuration.targetHours).toBe(8);
    const calls = workspace.exchanges().length;
    await adoptSettings(agent);
    expect(agent.configuration.targetHours).toBe(24);
    expect(workspace.exchanges()).toHaveLength(calls);
  });

  it('leave a frame as it is where they cannot be read', async () => {
    const tab = await createTestApp(workspace, 'admin');
    await save(8);
    workspace.setFaults([{ path: '/api/v2/apps/**', kind: '503' }]);
    await adoptSettings(tab);
    expect(tab.configuration.targetHours).toBe(24);
  });
});
