/** A tab lost at any write of what comes after set-up: renewing, removing, asking on Solved. The next press goes on. */
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../src/actions/applyRules.ts';
import { listMade } from '../../src/actions/listMade.ts';
import { offerOnSolved, putBackSurvey } from '../../src/actions/offerOnSolved.ts';
import { readChecklist } from '../../src/actions/readChecklist.ts';
import { removalParts, removeAll } from '../../src/actions/removeAll.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { offerRule } from '../emulator/world/automations.ts';
import {
  adminOf,
  breakOff,
  choose,
  configurationOf,
  freshWorkspace,
  likeness,
  rulesIn,
  withWorkflows,
  workflows,
  writesOf,
} from './setUpWorld.ts';

const mail = { subject: 'How was it?', body: '{{satisfaction.rating_section}}' };
const survey = { kind: 'automation', id: String(offerRule.id) } as const;
const chosen = withWorkflows();

interface Work {
  begin(): Promise<Workspace>;
  press(app: App): Promise<unknown>;
  check?(workspace: Workspace): Promise<void>;
  least: number;
}

async function withRules(): Promise<Workspace> {
  const workspace = freshWorkspace('foreign_rules');
  choose(workspace, chosen);
  await applyRules(await adminOf(workspace));
  return workspace;
}

const expectNoDrift = async (workspace: Workspace) => {
  const { items } = await readChecklist(await adminOf(workspace));
  const isRule = ({ area }: { area: string }) => area === 'workflows' || area === 'views';
  const states = items.filter(isRule).map(({ id, state }) => `${id} ${state}`);
  expect(states.filter((one) => !one.endsWith(' in_place'))).toEqual([]);
};

const works: Record<string, Work> = {
  'renewing the rules of changed workflows': {
    async begin() {
      const workspace = await withRules();
      const narrower = workflows.map((one) => ({ ...one, name: `New ${one.name}`, budget: null }));
      choose(workspace, { workflows: narrower });
      return workspace;
    },
    press: (app) => applyRules(app),
    check: expectNoDrift,
    least: 10,
  },
  'removing everything': {
    async begin() {
      const workspace = freshWorkspace('foreign_rules');
      choose(workspace, chosen);
      await setUp(await adminOf(workspace), () => {});
      return workspace;
    },
    press: (app) => removeAll(app, removalParts),
    check: async (workspace) => {
      expect(await listMade(await adminOf(workspace))).toEqual([]);
      expect(rulesIn(workspace)).toEqual(rulesIn(freshWorkspace('foreign_rules')));
    },
    least: 20,
  },
  'asking on Solved instead of a day later': {
    begin: async () => freshWorkspace(),
    press: (app) => offerOnSolved(app, mail, [survey]),
    check: async (workspace) => {
      expect(configurationOf(workspace).surveyReplaced).toEqual([survey]);
    },
    least: 3,
  },
  'putting that back': {
    async begin() {
      const workspace = freshWorkspace();
      await offerOnSolved(await adminOf(workspace), mail, [survey]);
      return workspace;
    },
    press: (app) => putBackSurvey(app, mail),
    check: async (workspace) => {
      expect(rulesIn(workspace)).toEqual(rulesIn(freshWorkspace()));
    },
    least: 3,
  },
};

describe.each(Object.entries(works))('%s', (_, { begin, press, check, least }) => {
  it('is finished by the next press, whichever write the tab was lost at', async () => {
    const whole = await begin();
    const before = writesOf(whole).length;
    await press(await adminOf(whole));
    const writes = writesOf(whole).length - before;
    expect(writes).toBeGreaterThanOrEqual(least);
    for (const isHeard of [false, true])
      for (let n = 1; n <= writes; n += 1) {
        const workspace = await begin();
        const dying = await adminOf(workspace);
        breakOff(dying, n, isHeard);
        await expect(press(dying)).rejects.toMatchObject({ name: 'Failure' });
        await press(await adminOf(workspace));
        const label = `write ${n} of ${writes}, ${isHeard ? 'heard' : 'not heard'}`;
        expect(likeness(workspace), label).toEqual(likeness(whole));
        await check?.(workspace);
        const written = writesOf(workspace).length;
        await press(await adminOf(workspace));
        expect(writesOf(workspace).slice(written), label).toEqual([]);
      }
  }, 60_000);
});

it('a workflow switched off after a tab was lost while making its rules leaves none behind', async () => {
  for (let n = 1; n <= 6; n += 1) {
    const workspace = freshWorkspace();
    const before = rulesIn(workspace);
    choose(workspace, { ...chosen, mirror: { ...configurationOf(workspace).mirror, isOn: false } });
    const dying = await adminOf(workspace);
    breakOff(dying, n, true);
    await expect(applyRules(dying)).rejects.toMatchObject({ name: 'Failure' });
    choose(workspace, { workflows: workflows.map((one) => ({ ...one, isOn: false })) });
    await applyRules(await adminOf(workspace));
    expect([n, rulesIn(workspace)]).toEqual([n, before]);
    expect(configurationOf(workspace).made).toEqual([]);
  }
});
