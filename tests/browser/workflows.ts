/** Accounts whose set-up and workflows are not the story itself: made by the app's own actions, past the page. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import i18next from 'i18next';
import { applyRules } from '../../src/actions/applyRules.ts';
import { configure } from '../../src/actions/configure.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { type Configuration, parseConfiguration } from '../../src/care/configuration.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflows/workflow.ts';
import type { Translate } from '../../src/i18n.ts';
import { createHttp } from '../../src/zendesk/http.ts';
import type { Hub } from '../../src/zendesk/hub.ts';
import type { ZafClient, ZafRequest } from '../../src/zendesk/zaf.ts';
import type { Emulator } from '../emulator/server.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { storyNow } from '../emulator/world/world.ts';

/** Billing is the lead's, everything else the admin's; what was rated before the story begins is history. */
export const arranged: Pick<Configuration, 'leads' | 'otherLeads' | 'casesSince'> = {
  leads: [{ groupId: String(groupIds.billing), userIds: [String(personas.lead)] }],
  otherLeads: [String(personas.admin)],
  casesSince: storyNow,
};

/** Low scores, as the page offers it, switched on. */
export const rescue = (change: Partial<Workflow> = {}): Workflow => ({
  ...newWorkflow('resc', 'rescue', 'Low scores', 3),
  isOn: true,
  ...change,
});

/** Employee recognition, as the page offers it, switched on. */
export const praise = (): Workflow => ({ ...newWorkflow('prai', 'praise', 'Praise', 3), isOn: true });

/** The admin's app without a browser: its calls are answered by the running emulator. */
export async function adminApp(emulator: Emulator): Promise<App> {
  const [installation] = emulator.world().installations.values();
  if (!installation) throw new Error('the app is not installed');
  const client = { request: (options: ZafRequest) => ask(emulator.url, options) } as unknown as ZafClient;
  const clock = { now: () => emulator.world().now(), correct: () => {} };
  const { id: installationId, app_id: appId, settings } = installation;
  const hub: Hub = {
    recall: async () => null,
    keep: () => {},
    tell: () => {},
    onNews: () => () => {},
    busy: () => {},
    poke: () => {},
  };
  return {
    zendesk: {
      http: createHttp(client, { clock }),
      client,
      hub,
      title: 'Feedback Loop',
      appId,
      installationId,
    },
    t: await inEnglish(),
    locale: 'en-US',
    now: clock.now,
    user: {
      id: String(personas.admin),
      name: 'Noor Haddad',
      isAdmin: true,
      locale: 'en-US',
      timeZone: 'UTC',
    },
    configuration: parseConfiguration(settings.configuration),
  };
}

/** As the apps framework answers: refusals reject. */
async function ask(origin: string, { url, type, data, contentType }: ZafRequest): Promise<unknown> {
  const headers = {
    Authorization: `Basic ${btoa('admin/token:x')}`,
    ...(contentType && { 'Content-Type': contentType }),
  };
  const response = await fetch(new URL(url, origin), { method: type, headers, body: data ?? null });
  const { status, statusText, ok } = response;
  const responseHeaders = Object.fromEntries(response.headers);
  const answer = { status, statusText, responseText: await response.text(), responseHeaders };
  if (!ok) throw answer;
  return answer;
}

/** The words rules and mails are made of. */
async function inEnglish(): Promise<Translate> {
  const words = i18next.createInstance();
  const translation = JSON.parse(readFileSync('translations/en.json', 'utf8'));
  await words.init({ lng: 'en', resources: { en: { translation } }, interpolation: { escapeValue: false } });
  return (key, values) => words.t(key as string, values ?? {});
}

/** Set up and, where there are workflows, their rules written as saving them writes them. */
export async function setUpWith(emulator: Emulator, change: Partial<Configuration> = {}): Promise<void> {
  const app = await adminApp(emulator);
  const basis = await setUp(app, () => {});
  if (Object.keys(change).length === 0) return;
  const { isMet, unkept } = await configure(app, { ...basis, ...change }, basis);
  const { refused, problems } = await applyRules(app);
  const wrong = [isMet && 'met', unkept, ...refused, ...problems].filter(Boolean);
  if (wrong.length > 0) throw new Error(`not switched on: ${JSON.stringify(wrong)}`);
}

/** Everything set-up may create, without the times it was touched at; read past the API, which counts calls. */
export function madeIn(emulator: Emulator) {
  const { triggers, automations, views, ticketFields, customObjects } = emulator.world();
  const plain = (things: { values(): Iterable<object> }) =>
    [...things.values()].map((thing) => ({ ...thing, updated_at: null }));
  return {
    triggers: plain(triggers),
    automations: plain(automations),
    views: plain(views),
    ticketFields: plain(ticketFields),
    customObjects: plain(customObjects),
  };
}

/** Triggers and automations of the app's, by their titles. */
export function ownRules(emulator: Emulator): string[] {
  const { triggers, automations } = emulator.world();
  const titles = [triggers, automations].flatMap((rules) => [...rules.values()].map(({ title }) => title));
  return titles.filter((title) => title.startsWith('Feedback Loop'));
}

/**
 * Zendesk counts calls by the real minute: a story's people take their time, its computer does not. `ms` milliseconds
 * pass for that count alone.
 */
export function takeTime(emulator: Emulator, ms: number): void {
  const world = emulator.world();
  const before = world.realNow;
  world.realNow = () => before() + ms;
}

/** A new tab's background looks for alerts when the first tickets are there, and then by the minute. */
export const soon = { timeout: 60_000 };

/** Milliseconds; small, so that no call comes to be overdue. */
const step = 2_000;

/**
 * The tab's own clock runs fast until something is so: what looks once a minute looks at once. `page.clock` has to be
 * installed; not for tabs that sync, whose calls take longer.
 */
export async function hurryUntil(
  page: Page,
  emulator: Emulator,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const look = async () => {
    const found = await isSo();
    if (!found) {
      takeTime(emulator, step);
      await page.clock.fastForward(step);
    }
    return found;
  };
  await expect.poll(look, { timeout: 60_000, intervals: [300] }).toBe(true);
}
