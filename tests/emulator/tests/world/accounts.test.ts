import { describe, expect, it } from 'vitest';
import { type AccountName, accountNames } from '../../control.ts';
import { createWorkspace } from '../../inProcess.ts';
import { accounts } from '../../world/accounts.ts';
import { foreignIds } from '../../world/foreignRules.ts';
import { roleIds } from '../../world/roles.ts';

const apps = [{ appId: 7, installationId: 70, settings: { title: 'Care' } }];
const open = (account: AccountName) => createWorkspace({ account, apps, hasStory: false });
type Body = Record<string, unknown>;

async function ask(workspace: ReturnType<typeof open>, path: string, persona = 'admin') {
  const response = await workspace.fetchAs(persona)(`/api/v2${path}`);
  return { status: response.status, body: (await response.json()) as Body };
}

async function rows(workspace: ReturnType<typeof open>, path: string, name: string): Promise<Body[]> {
  return (await ask(workspace, path)).body[name] as Body[];
}

const keys = (found: Body[]) => found.map(({ key }) => key);
const titles = (found: Body[]) => found.map(({ title }) => title);

describe('accounts of eight kinds', () => {
  it('are all told in a sentence, and their API answers in each', async () => {
    expect(Object.keys(accounts)).toEqual([...accountNames]);
    for (const name of accountNames) {
      const workspace = open(name);
      expect((await ask(workspace, '/account/settings')).status).toBe(200);
      expect((await ask(workspace, '/triggers/definitions')).status).toBe(200);
    }
  });

  it('have CSAT of three generations', async () => {
    expect(open('customizable').world.csat).toBe('survey');
    const tests = async (name: AccountName) => {
      const { body } = await ask(open(name), '/triggers/definitions');
      const { conditions_all: all } = body.definitions as { conditions_all: { subject: string }[] };
      return all.some(({ subject }) => subject === 'satisfaction_score');
    };
    expect([await tests('legacy'), await tests('without_csat')]).toEqual([true, false]);
    const story = createWorkspace({ account: 'legacy' });
    expect(story.world.csat).toBe('legacy');
    expect(story.world.surveyResponses.size).toBe(0);
  });

  it('may have no custom objects', async () => {
    expect((await ask(open('without_objects'), '/custom_objects')).status).toBe(403);
  });

  it('may have roles that reach no object the app made', async () => {
    const workspace = open('custom_roles');
    const as = workspace.fetchAs('admin');
    const body = JSON.stringify({
      custom_object: { key: 'fl_event', title: 'Event', title_pluralized: 'Events' },
    });
    const headers = { 'content-type': 'application/json' };
    await as('/api/v2/custom_objects', { method: 'POST', headers, body });
    const policy = `/custom_objects/fl_event/permission_policies/custom-role-${roleIds.agent}`;
    const { records } = (await ask(workspace, policy)).body.policy as { records: Record<string, Body> };
    expect(records.read?.allowed).toBe(false);
    expect((await ask(workspace, '/custom_objects/fl_event/records', 'agent')).status).toBe(403);
  });

  it('may be set up by an older version: fewer fields and choices, a configuration without workflows', async () => {
    const workspace = open('older_version');
    expect(keys(await rows(workspace, '/custom_objects', 'custom_objects'))).toEqual([
      'fl_event',
      'fl_feedback',
    ]);
    const fields = await rows(workspace, '/custom_objects/fl_event/fields', 'custom_object_fields');
    expect(keys(fields)).toEqual(['feedback', 'seq', 'kind', 'body']);
    const lists = await rows(workspace, '/custom_objects/fl_feedback/fields', 'custom_object_fields');
    const options = lists.find(({ key }) => key === 'status')?.custom_field_options as { value: string }[];
    expect(options.map(({ value }) => value)).toEqual(['none', 'new', 'in_progress', 'closed']);
    const settings = workspace.world.installations.get(70)?.settings ?? {};
    expect(settings.title).toBe('Care');
    const configuration = JSON.parse(String(settings.configuration)) as Body;
    expect(configuration).toMatchObject({ version: 7, csatThreshold: 4 });
    expect(configuration).not.toHaveProperty('workflows');
    const mirror = configuration.mirror as Record<string, string>;
    const ids = (await rows(workspace, '/ticket_fields', 'ticket_fields')).map(({ id }) => String(id));
    expect(ids).toEqual(expect.arrayContaining([mirror.status, mirror.bucket]));
  });

  it('may be half set up: two objects, no document, no ticket field, no configuration', async () => {
    const workspace = open('half_set_up');
    expect(keys(await rows(workspace, '/custom_objects', 'custom_objects'))).toEqual([
      'fl_event',
      'fl_feedback',
    ]);
    const name = '/custom_objects/fl_event/fields/standard::name';
    expect((await ask(workspace, name)).body).toMatchObject({
      custom_object_field: { properties: { is_unique: true } },
    });
    expect(titles(await rows(workspace, '/ticket_fields', 'ticket_fields'))).not.toContain('Feedback status');
    expect(workspace.world.installations.get(70)?.settings).toEqual({ title: 'Care' });
  });

  it('may have rules and views of nearly the app’s names, without its tags', async () => {
    const workspace = open('foreign_rules');
    expect(titles(await rows(workspace, '/triggers/search?query=feedback loop', 'triggers'))).toEqual([
      'Feedback Loop: Rescue (now)',
      'Feedback Loop alert',
    ]);
    const { world } = workspace;
    expect(world.automations.get(foreignIds.automation)?.title).toBe('Feedback Loop: Rescue (late)');
    expect(world.views.get(foreignIds.view)?.title).toBe('Feedback Loop: Open cases');
    expect(JSON.stringify([...world.triggers.values()])).not.toContain('fl_');
  });

  it('give way to a plan or generation asked for beside them, and are the same on every run', () => {
    const options = { account: 'custom_roles', plan: 'suite_team', hasStory: false } as const;
    expect(createWorkspace(options).world.plan).toBe('suite_team');
    const stored = () => {
      const { world } = open('older_version');
      return JSON.stringify([[...world.customObjectFields.values()], [...world.ticketFields.values()]]);
    };
    expect(stored()).toBe(stored());
  });
});
