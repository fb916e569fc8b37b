import { describe, expect, it } from 'vitest';
import { readChecklist } from '../../src/actions/readChecklist.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { CheckItem } from '../../src/care/setup/checklist.ts';
import { type Key, loadWords } from '../../src/i18n.ts';
import { type AccountName, accountNames } from '../emulator/control.ts';
import type { Workspace } from '../emulator/inProcess.ts';
import { adminOf, choose, freshWorkspace, likeness, rulesIn, withWorkflows, writesOf } from './setUpWorld.ts';

const checklistOf = async (workspace: Workspace) => readChecklist(await adminOf(workspace));
const said = (items: readonly CheckItem[]) =>
  Object.fromEntries(items.map(({ id, state, why }) => [id, why === null ? state : `${state}: ${why}`]));

/** What tells the account apart, before anybody pressed set-up; the rest is `missing` or in place everywhere. */
const before: Record<AccountName, Record<string, string>> = {
  customizable: {
    fl_event: 'missing',
    csat: 'in_place: csat_customizable',
    ces_question: 'in_place',
    roles: 'in_place: everybody',
    'view:open': 'missing',
  },
  legacy: { fl_event: 'missing', csat: 'in_place: csat_legacy' },
  without_csat: { fl_event: 'missing', csat: 'impossible: csat_off' },
  without_objects: { custom_objects: 'impossible: plan' },
  custom_roles: { fl_event: 'missing', 'role:5003': 'open: no_grant' },
  older_version: {
    fl_event: 'in_place',
    'fl_event/operation': 'missing',
    'fl_feedback/status': 'missing: options_gone',
    fl_doc: 'missing',
    'ticket_field:status': 'changed: options_gone',
    'ticket_field:score': 'missing',
  },
  half_set_up: { fl_event: 'in_place', fl_feedback: 'in_place', fl_doc: 'missing' },
  foreign_rules: { fl_event: 'missing', 'view:open': 'missing' },
};

describe.each(accountNames)('an account of the kind %s', (account) => {
  it('is told as it is, in eight calls at most', async () => {
    const workspace = freshWorkspace(account);
    const { items, calls, isCut } = await checklistOf(workspace);
    expect(said(items)).toMatchObject(before[account]);
    expect(calls).toBe(workspace.exchanges().length);
    expect(calls).toBeLessThanOrEqual(8);
    expect(isCut).toBe(false);
    expect(writesOf(workspace)).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('is told in words, in English and in German', async () => {
    const workspace = freshWorkspace(account);
    choose(workspace, withWorkflows());
    const { items } = await checklistOf(workspace);
    const languages = await Promise.all(['en-US', 'de'].map(loadWords));
    for (const { t } of languages) {
      const isSaid = (key: string) => t(key as Key) !== key;
      const unsaid = items.flatMap(({ id, name, why }) => [
        ...(name === null ? [`checks.name.${id}`] : []),
        ...(why === null ? [] : [`checks.why.${why}`]),
      ]);
      expect(unsaid.filter((key) => !isSaid(key))).toEqual([]);
    }
  });

  it('is the same pressed twice as pressed once, and nothing of others is touched', async () => {
    const workspace = freshWorkspace(account);
    const foreign = rulesIn(workspace);
    choose(workspace, withWorkflows());
    const run = async () => setUp(await adminOf(workspace), () => {});
    if (account === 'without_objects') {
      await expect(run()).rejects.toMatchObject({ name: 'Failure' });
      expect(writesOf(workspace)).toEqual([]);
      return;
    }
    await run();
    const once = likeness(workspace);
    const written = writesOf(workspace).length;
    await run();
    expect(likeness(workspace)).toEqual(once);
    expect(writesOf(workspace).slice(written)).toEqual([]);
    const now = rulesIn(workspace);
    for (const kind of ['triggers', 'automations', 'views'] as const)
      expect(now[kind]).toEqual(expect.arrayContaining(foreign[kind]));
  });

  it('has nothing left to do after a press but what is a person’s or impossible', async () => {
    if (account === 'without_objects') return;
    const workspace = freshWorkspace(account);
    choose(workspace, withWorkflows());
    await setUp(await adminOf(workspace), () => {});
    const { items, calls } = await checklistOf(workspace);
    expect(calls).toBeLessThanOrEqual(8);
    const states = new Set(items.map(({ state }) => state));
    expect([...states].filter((state) => !['in_place', 'open', 'impossible'].includes(state))).toEqual([]);
    const rules = items.filter(({ area, state }) => area === 'workflows' && state === 'in_place');
    expect(rules.length).toBeGreaterThan(3);
  });
});

describe('eight calls', () => {
  it('are enough where the help center lacks the person’s language', async () => {
    const workspace = freshWorkspace();
    const admin = await adminOf(workspace);
    const { calls } = await readChecklist({ ...admin, user: { ...admin.user, locale: 'pl' } });
    expect(calls).toBe(workspace.exchanges().length);
    expect(calls).toBeLessThanOrEqual(8);
  });

  it.each(['custom_roles', 'triggers', 'automations', 'views'])(
    'still make a checklist where Zendesk refuses %s',
    async (name) => {
      const workspace = freshWorkspace();
      workspace.setFaults([
        { path: `/api/v2/${name}`, kind: '403' },
        { path: `/api/v2/${name}.json`, kind: '403' },
      ]);
      const { items } = await checklistOf(workspace);
      expect(said(items)).toMatchObject({ fl_event: 'missing', csat: 'in_place: csat_customizable' });
    },
  );

  it('fail as a whole where Zendesk is away, and never as an empty list', async () => {
    const workspace = freshWorkspace();
    workspace.setFaults([{ path: '/api/v2/triggers/definitions', kind: '503' }]);
    await expect(checklistOf(workspace)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('tell what keeps a workflow from being written', async () => {
    const workspace = freshWorkspace('without_csat');
    choose(workspace, withWorkflows());
    const { items } = await checklistOf(workspace);
    expect(items.filter(({ why }) => why === 'rule_no_csat').map(({ state, name }) => [state, name])).toEqual(
      [
        ['impossible', 'Rescue'],
        ['impossible', 'Storm'],
      ],
    );
  });
});
