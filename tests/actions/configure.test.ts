import { beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/actions/configure.ts';
import { countAnswers } from '../../src/actions/countAnswers.ts';
import { readConfigurationLog } from '../../src/actions/readConfigurationLog.ts';
import { readStoredConfiguration } from '../../src/actions/readStoredConfiguration.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { solvedTicket } from './tickets.ts';

let workspace: Workspace;
let admin: App;
let basis: Configuration;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  admin = await createTestApp(workspace, 'admin');
  basis = await setUp(admin, () => {});
  Object.assign(admin.configuration, basis);
});

const stored = () => parseConfiguration(workspace.world.installations.get(70)?.settings.configuration);

/** As another admin's browser would, without this one hearing of it. */
function putSetting(configuration: object): void {
  const installation = workspace.world.installations.get(70);
  if (!installation) throw new Error('the app is not installed');
  const settings = { ...installation.settings, configuration: JSON.stringify(configuration) };
  workspace.world.installations.put({ ...installation, settings });
}

describe('saving the configuration', () => {
  it('writes the next version, and who changed what, when', async () => {
    const saved = await configure(admin, { ...basis, csatThreshold: 4 }, basis);
    expect(saved).toMatchObject({ isMet: false, unkept: null });
    expect(stored()).toEqual({ ...basis, csatThreshold: 4, version: basis.version + 1 });
    const [newest, first] = await readConfigurationLog(admin, saved.configuration.version);
    expect(newest).toMatchObject({
      version: basis.version + 1,
      name: 'Noor Haddad',
      changes: [{ kind: 'value', member: 'csatThreshold', from: '3', to: '4' }],
    });
    expect(first?.changes.map(({ kind, member }) => member ?? kind)).toContain('casesSince');
  });

  it('writes nothing where nothing changes', async () => {
    const before = workspace.exchanges().length;
    await configure(admin, { ...basis }, basis);
    const writes = workspace
      .exchanges()
      .slice(before)
      .filter(({ method }) => method !== 'GET');
    expect(writes).toEqual([]);
  });

  it('never writes over what somebody else saved meanwhile', async () => {
    const theirs = { ...basis, targetHours: 8, version: basis.version + 1 };
    putSetting(theirs);
    const saved = await configure(admin, { ...basis, csatThreshold: 4 }, basis);
    expect(saved).toMatchObject({ isMet: true, configuration: theirs });
    expect(stored()).toEqual(theirs);
  });

  it('finds out when two write at the same moment', async () => {
    const { http } = admin.zendesk;
    const theirs = { ...basis, targetHours: 8, version: basis.version + 1 };
    const late: typeof http = {
      ...http,
      async send(method, url, ...rest) {
        const answer = await http.send(method, url, ...rest);
        if (url.includes('installations')) putSetting(theirs);
        return answer;
      },
    };
    const racing = { ...admin, zendesk: { ...admin.zendesk, http: late } };
    const saved = await configure(racing, { ...basis, csatThreshold: 4 }, basis);
    expect(saved).toMatchObject({ isMet: true, configuration: theirs });
    expect(await readConfigurationLog(admin, theirs.version)).toHaveLength(1);
  });

  it('is safe where the copy for the history cannot be written', async () => {
    workspace.setFaults([{ path: '/api/v2/custom_objects/fl_doc/**', kind: '403' }]);
    const saved = await configure(admin, { ...basis, csatThreshold: 4 }, basis);
    expect(saved).toMatchObject({ isMet: false, unkept: { kind: 'forbidden' } });
    expect(stored().csatThreshold).toBe(4);
  });

  it('keeps its history also where set-up remembers hundreds of rules', async () => {
    const made = Array.from({ length: 300 }, (_, index) => ({
      key: `resc:handed:${360000000000 + index}`,
      kind: 'trigger' as const,
      id: String(361000000000 + index),
      planned: '0123456789abcdef',
      found: 'fedcba9876543210',
    }));
    putSetting({ ...basis, made });
    const before = { ...basis, made };
    const saved = await configure(admin, { ...before, csatThreshold: 4 }, before);
    expect(saved).toMatchObject({ unkept: null, configuration: { made } });
    const [newest] = await readConfigurationLog(admin, saved.configuration.version);
    expect(newest).toMatchObject({ version: saved.configuration.version });
  });

  it('keeps the installation’s other settings and what a newer version wrote', async () => {
    putSetting({ ...basis, wallboards: [1] });
    await configure(admin, { ...basis, csatThreshold: 4 }, basis);
    const settings = workspace.world.installations.get(70)?.settings;
    expect(JSON.parse(String(settings?.configuration))).toMatchObject({ wallboards: [1], csatThreshold: 4 });
  });

  it('remembers since when a workflow has been on, through other changes, and forgets when it goes off', async () => {
    const off = newWorkflow('w1ab', 'rescue', 'Rescue', 3);
    const on = { ...off, isOn: true };
    const save = async (change: Partial<Configuration>) => {
      const now = await readStoredConfiguration(admin);
      return (await configure(admin, { ...now, ...change }, now)).configuration.onSince;
    };
    expect(await save({ workflows: [off] })).toEqual([]);
    const since = admin.now();
    expect(await save({ workflows: [on] })).toEqual([{ workflow: 'w1ab', at: since }]);
    workspace.world.advance(60_000);
    expect(await save({ workflows: [{ ...on, name: 'Low scores' }] })).toEqual([
      { workflow: 'w1ab', at: since },
    ]);
    expect(await save({ workflows: [off] })).toEqual([]);
    expect(await save({ workflows: [on] })).toEqual([{ workflow: 'w1ab', at: since + 60_000 }]);
  });

  it('is refused to anyone but an admin', async () => {
    const lead = await createTestApp(workspace, 'lead');
    await expect(configure(lead, { ...basis, csatThreshold: 4 }, basis)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(readStoredConfiguration(lead)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('recorded answers', () => {
  it('are counted by the question they answer', async () => {
    for (const csat of [2, 4]) {
      const seen = await readTicketFeedback(admin, solvedTicket(workspace.world, { csat, ces: csat }));
      await recordSighting(admin, seen);
    }
    await whenIdle(workspace);
    const { counts, isWhole } = await countAnswers(admin);
    const ces = basis.questions.find(({ metric }) => metric === 'ces');
    expect([counts.get(ces?.id ?? ''), isWhole]).toEqual([2, true]);
  });
});
