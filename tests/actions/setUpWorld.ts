/** An account to set the app up in, what it looks like afterwards, and ways to break off on the way. */
import type { App } from '../../src/app.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflows/workflow.ts';
import type { AccountName } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { createTestApp } from '../testApp.ts';

const apps = [{ appId: 7, installationId: 70, settings: {} }];

/** Without the story's tickets: set-up looks at none of them. */
export const freshWorkspace = (account?: AccountName): Workspace =>
  createWorkspace({ apps, hasStory: false, ...(account && { account }) });

export const adminOf = (workspace: Workspace): Promise<App> =>
  createTestApp(workspace, 'admin', { timeoutMs: 5_000 });

/** One that mails the leads at once and reminds them, and one with digests. */
export const workflows: Workflow[] = [
  { ...newWorkflow('resc', 'rescue', 'Rescue', 3), isOn: true, remindAfter: 4 },
  { ...newWorkflow('budg', 'rescue', 'Storm', 3), isOn: true, budget: 5 },
];

export const withWorkflows = (chosen: Workflow[] = workflows): Partial<Configuration> => ({
  workflows: chosen,
  leads: [{ groupId: String(groupIds.billing), userIds: [String(personas.lead)] }],
  otherLeads: [String(personas.admin)],
});

export function configurationOf({ world }: Workspace): Configuration {
  const [installation] = world.installations.values();
  return parseConfiguration(installation?.settings.configuration);
}

/** As an admin's settings would be saved. */
export function choose(workspace: Workspace, change: Partial<Configuration>): void {
  const [installation] = workspace.world.installations.values();
  if (!installation) throw new Error('the app is not installed');
  const configuration = JSON.stringify({ ...configurationOf(workspace), ...change });
  workspace.world.installations.put({
    ...installation,
    settings: { ...installation.settings, configuration },
  });
}

export const writesOf = (workspace: Workspace) =>
  workspace.exchanges().filter(({ method }) => method !== 'GET');

/** Everything set-up may have made or touched, without ids: the same for accounts that are set up alike. */
export function likeness(workspace: Workspace): unknown {
  const { world } = workspace;
  const { made, mirror, digestFieldId, ...rest } = configurationOf(workspace);
  const text = JSON.stringify({
    objects: [...world.customObjects.values()].map(({ id }) => id).sort(),
    fields: [...world.customObjectFields.values()]
      .map(({ object_key, key, properties, custom_field_options: options }) => [
        `${object_key}/${key}`,
        properties.is_unique ?? false,
        options.map(({ value }) => value),
      ])
      .sort(),
    ticketFields: [...world.ticketFields.values()]
      .map(({ title, custom_field_options: options }) => [title, options.map(({ value }) => value)])
      .sort(),
    ...rulesIn(workspace),
    mirror: Object.entries(mirror).map(([key, value]) => [key, value !== null]),
    made: made.map(({ key, kind }) => `${kind} ${key}`).sort(),
    isDigest: digestFieldId !== null,
    rest: { ...rest, version: 0 },
  });
  return JSON.parse(text.replaceAll(`ticket_field_${digestFieldId}`, 'ticket_field_DIGEST'));
}

/** Triggers, automations and views by title. */
export function rulesIn({ world }: Workspace) {
  const plain = (rules: Iterable<{ title: string; active: boolean; conditions: object; actions?: object }>) =>
    [...rules]
      .map(({ title, active, conditions, actions }) => ({ title, active, conditions, actions }))
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  return {
    triggers: plain(world.triggers.values()),
    automations: plain(world.automations.values()),
    views: plain(world.views.values()),
  };
}

/**
 * From the n-th write on (from 1), nothing gets through any more. `isHeard`: that write itself still reaches Zendesk,
 * and only its answer is lost.
 */
export function breakOff(app: App, n: number, isHeard: boolean): void {
  const { client } = app.zendesk;
  const { request } = client;
  let writes = 0;
  client.request = async (options) => {
    const isWrite = (options.type ?? 'GET') !== 'GET';
    if (isWrite) writes += 1;
    if (writes < n) return request(options);
    if (isWrite && writes === n && isHeard) await request(options);
    throw { readyState: 0, status: 0, statusText: 'error', responseText: '' };
  };
}
