/** An account with workflows whose rules run in it, and tabs that look after their alerts. */
import { type KeptAlerts, keepAlerts } from '../../src/actions/keepAlerts.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { syncTickets } from '../../src/actions/syncTickets.ts';
import type { App } from '../../src/app.ts';
import type { Configuration } from '../../src/care/configuration.ts';
import { compileWorkflow } from '../../src/care/workflows/compileWorkflow.ts';
import { newWorkflow, type Workflow } from '../../src/care/workflows/workflow.ts';
import { readDefinitions } from '../../src/zendesk/ruleDefinitions.ts';
import { readPlaces } from '../../src/zendesk/syncRecords.ts';
import type { Mail, PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import type { Ticket } from '../emulator/world/entities.ts';
import { agentIds, groupIds, personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import { createTestApp, createTestHub, whenIdle } from '../testApp.ts';
import { Minutes } from './mirrorWorld.ts';
import { customerId, solvedTicket } from './tickets.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Who leads: of billing and technical one each, all other groups' is the admin. */
export const leadOf = { billing: String(personas.lead), technical: String(agentIds.tomas) };

const words = {
  subject: 'Please look: {{ticket.id}}',
  body: '{workflow}\n\n{{ticket.link}}',
  quote: '{{satisfaction.current_comment}}',
  reminderSubject: 'Still waiting: {{ticket.id}}',
  reminderBody: '{{ticket.link}}',
  digestSubject: 'More: {workflow}',
  digestBody: 'These wait:',
  praiseSubject: 'Praise: {workflow}',
  praiseBody: 'From customers:',
};

/** A CSAT below 3, known for sure. */
export const rescue = (change: Partial<Workflow> = {}): Workflow => {
  const made = newWorkflow('resc', 'rescue', 'Rescue', 3);
  return { ...made, isOn: true, ...change, when: { ...made.when, isEager: false, ...change.when } };
};

export interface Tab {
  alerts: KeptAlerts;
  /** What the tab's hub was asked to keep. */
  kept: Map<string, unknown>;
  app: App;
}

async function makeDigestField(workspace: Workspace): Promise<string> {
  const body = JSON.stringify({ ticket_field: { type: 'textarea', title: 'Feedback digest' } });
  const headers = { 'content-type': 'application/json' };
  const made = await workspace.fetchAs('admin')('/api/v2/ticket_fields.json', {
    method: 'POST',
    headers,
    body,
  });
  return String((await made.json()).ticket_field.id);
}

export class Account {
  readonly workspace: Workspace;
  readonly minutes: Minutes;
  configuration: Configuration;
  #tabs = 0;

  private constructor(workspace: Workspace, configuration: Configuration) {
    this.workspace = workspace;
    this.minutes = new Minutes(workspace);
    this.configuration = configuration;
  }

  /** Set up, with the workflows' own rules as Zendesk's; set-up itself is not under test here. */
  static async open(workflows: Workflow[], change: Partial<Configuration> = {}): Promise<Account> {
    const apps = [{ appId: 7, installationId: 70, settings: {} }];
    const workspace = createWorkspace({ hasStory: false, apps });
    const admin = await createTestApp(workspace, 'admin');
    const configuration = await setUp(admin, () => {});
    const account = new Account(workspace, {
      ...configuration,
      casesSince: null,
      digestFieldId: await makeDigestField(workspace),
      leads: [
        { groupId: String(groupIds.billing), userIds: [leadOf.billing] },
        { groupId: String(groupIds.technical), userIds: [leadOf.technical] },
      ],
      otherLeads: [String(personas.admin)],
      ...change,
      workflows,
    });
    account.#store();
    await account.#makeRules(admin);
    // Reads from where it begins.
    await account.sync();
    return account;
  }

  get world() {
    return this.workspace.world;
  }

  /** As frames opened later, and whoever asks, are told. */
  #store(): void {
    const [installation] = this.world.installations.values();
    if (!installation) throw new Error('the app is not installed');
    const settings = { ...installation.settings, configuration: JSON.stringify(this.configuration) };
    this.world.installations.put({ ...installation, settings });
  }

  async #makeRules(admin: App): Promise<void> {
    const { survey, leads, otherLeads, pilot, digestFieldId, workflows, schedule } = this.configuration;
    const definitions = await readDefinitions(admin.zendesk.http);
    const own = { definitions, survey, leads, otherLeads, pilot, digestFieldId, hasHours: schedule !== null };
    for (const workflow of workflows)
      for (const rule of compileWorkflow(workflow, own, words).rules) {
        if (rule.kind !== 'trigger') continue;
        const { title, conditions, actions } = rule;
        const body = JSON.stringify({ trigger: { title, conditions, actions, category_id: '1' } });
        const headers = { 'content-type': 'application/json' };
        const made = await this.workspace.fetchAs('admin')('/api/v2/triggers', {
          method: 'POST',
          headers,
          body,
        });
        if (made.status !== 201) throw new Error(`${title}: ${await made.text()}`);
      }
  }

  /** A person's tab in a browser of their own. */
  async openTab(persona: PersonaKey = 'admin', isLeader = true): Promise<Tab> {
    const kept = new Map<string, unknown>();
    const made = createTestHub()();
    const hub = {
      ...made,
      keep: (name: string, value: unknown) => void kept.set(name, value),
      tell: () => alerts.note(),
    };
    const { configuration } = this;
    const app = await createTestApp(this.workspace, persona, { hub, configuration, timeoutMs: 20_000 });
    this.#tabs += 1;
    const alerts = keepAlerts(
      { ...app, subdomain: 'acme' },
      {
        isLeader: () => isLeader,
        calm: () => Number.POSITIVE_INFINITY,
        clock: this.minutes.clock,
        wait: this.minutes.wait,
        tab: `tab ${this.#tabs}`,
      },
    );
    return { alerts, kept, app };
  }

  /** A ticket of the group, rated now. */
  rate(csat: number, group: 'billing' | 'technical' = 'billing', comment?: string): string {
    const id = solvedTicket(this.world);
    const by = { authorId: personas.admin, channel: 'api', isHistory: true };
    changeTicket(this.world, Number(id), { group_id: groupIds[group] }, by);
    this.answer(id, csat, comment);
    return id;
  }

  answer(ticketId: string, csat: number, comment?: string): void {
    answerSurvey(this.world, { ticket: Number(ticketId), csat, ...(comment !== undefined && { comment }) });
  }

  close(ticketId: string): void {
    const by = { authorId: personas.admin, channel: 'web', isHistory: true, at: this.world.now() };
    changeTicket(this.world, Number(ticketId), { status: 'closed' }, by);
  }

  ticket(id: string): Ticket {
    const ticket = this.world.tickets.get(Number(id));
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  /** An admin's sync reads every score there is. */
  async sync(): Promise<void> {
    const { configuration } = this;
    const app = await createTestApp(this.workspace, 'admin', { configuration, timeoutMs: 20_000 });
    const before = (await readPlaces(app.zendesk.http)).tickets;
    this.world.advance(2 * minute);
    await syncTickets(app, before);
    await whenIdle(this.workspace);
  }

  /** What the account mailed because of a workflow: its subjects, by the first name of whoever got it. */
  mails(): { to: string; subject: string; ticketId: Mail['ticketId'] }[] {
    const own = this.world.outbox.filter(({ sentBy }) => sentBy?.startsWith('Feedback Loop'));
    return own.map(({ to, subject, ticketId }) => ({ to: to.name.split(' ')[0] ?? '', subject, ticketId }));
  }

  /** What customers were mailed since, whoever sent it. */
  customerMails(): Mail[] {
    const customer = this.world.users.get(customerId);
    return this.world.outbox.filter(({ to }) => to.email === customer?.email);
  }

  /** What the ledgers say: who was alerted how, by ticket. */
  alerted(): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const record of this.world.customObjectRecords.values()) {
      if (record.object_key !== 'fl_feedback' || record.external_id?.startsWith('sync:')) continue;
      const state = JSON.parse(String(record.custom_object_fields.state));
      const said = state.alerts.map(({ how, to }: { how: string; to: string | null }) => `${how} ${to}`);
      if (said.length > 0) found[state.key.slice('ticket:'.length)] = said;
    }
    return found;
  }

  /** Calls of alerts since a moment, polling of jobs apart. */
  calls(since = 0): string[] {
    return this.workspace
      .exchanges()
      .slice(since)
      .filter(({ url }) => !url.includes('/job_statuses/'))
      .map(({ method, url, status }) => `${method} ${url.split('?')[0]?.replace('/api/v2/', '')} ${status}`);
  }
}
