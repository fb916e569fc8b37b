/** An account whose feedbacks are credited to agents as a test says, and an Enterprise one whose roles may use the app. */
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { foldAll } from '../../src/care/fold.ts';
import type { Bucket, Entry, LedgerEvent } from '../../src/care/ledger.ts';
import { project } from '../../src/zendesk/feedbackRecords.ts';
import { writeEntry } from '../../src/zendesk/ledger.ts';
import type { PersonaKey } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import type { WorldOptions } from '../emulator/world/createWorld.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { roleIds } from '../emulator/world/roles.ts';
import { createTestApp } from '../testApp.ts';
import { customerId, solvedTicket } from './tickets.ts';

export const apps = [{ appId: 7, installationId: 70, settings: {} }];
export const billing = String(groupIds.billing);
export const technical = String(groupIds.technical);
export const agent = String(personas.agent);
export const lead = String(personas.lead);

/** Set up, without the story's own ratings, its search index without lag. */
export async function openCoaching(options: WorldOptions = {}): Promise<Workspace> {
  const workspace = createWorkspace({ apps, ...options });
  workspace.world.unknowns.indexLagSeconds = 0;
  await setUp(await createTestApp(workspace, 'admin', { timeoutMs: 5_000 }), () => {});
  return workspace;
}

export interface Given {
  agentId: string;
  csat: number;
  ces?: number;
  groupId?: string;
  bucket?: Bucket;
  topic?: string;
  comment?: string;
  /** Days ago. */
  ago?: number;
  /** Facts after those, by whom they are written. */
  more?: { by: App; fact: Entry[0] }[];
}

/** A rated ticket and its feedback, written as the sync writes it. The ticket's id. */
export async function rated(app: App, workspace: Workspace, given: Given): Promise<string> {
  const { agentId, csat, ces, groupId = billing, bucket, topic = null, ago = 1, more = [] } = given;
  const id = solvedTicket(workspace.world, { csat, comment: given.comment ?? '' });
  const answeredAt = workspace.world.now() - ago * 86_400_000;
  const rating = (metric: 'csat' | 'ces', value: number) => ({
    metric,
    value,
    scale: 5,
    verdict: null,
    source: 'survey_responses' as const,
    answeredAt,
  });
  const first = {
    kind: 'rated' as const,
    body: {
      ratings: [rating('csat', csat), ...(ces === undefined ? [] : [rating('ces', ces)])],
      isAlreadyRevised: false,
    },
  };
  const credit = {
    kind: 'attributed' as const,
    body: {
      atSolve: agentId,
      atSurvey: agentId,
      atRating: agentId,
      replies: [{ agentId, count: 1 }],
      groupId,
      isReassignedAfter: false,
    },
  };
  const said = bucket ? [{ kind: 'bucket_set' as const, body: { bucket, topic, note: null } }] : [];
  const entry = [first, credit, ...said] as unknown as Entry;
  const key = `ticket:${id}`;
  const facts: LedgerEvent[] = (await writeEntry(app.zendesk.http, key, 1, entry, `made ${key}`)) ?? [];
  for (const [index, { by, fact }] of more.entries())
    facts.push(...((await writeEntry(by.zendesk.http, key, index + 2, [fact], `${index} ${key}`)) ?? []));
  await project(app.zendesk.http, foldAll(key, facts), id, String(customerId));
  return id;
}

/** A persona's App in that account, its settings as the test says. */
export async function appOf(
  workspace: Workspace,
  persona: PersonaKey,
  change: Partial<App['configuration']> = {},
): Promise<App> {
  const app = await createTestApp(workspace, persona, { timeoutMs: 5_000 });
  return { ...app, configuration: { ...app.configuration, ...change } };
}

/** On Enterprise an admin lets the staff's role use the app's objects. */
export async function grantStaff(workspace: Workspace): Promise<void> {
  for (const persona of ['agent', 'lead'] as const) {
    const user = workspace.world.users.get(personas[persona]);
    if (user) workspace.world.users.put({ ...user, role_type: 0, custom_role_id: roleIds.agent });
  }
  const admin = workspace.fetchAs('admin');
  const allowed = { allowed: true };
  const body = JSON.stringify({
    policy: { records: { read: allowed, create: allowed, update: allowed, delete: allowed } },
  });
  for (const key of ['fl_event', 'fl_feedback', 'fl_doc'])
    await admin(`/api/v2/custom_objects/${key}/permission_policies/custom-role-${roleIds.agent}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body,
    });
}
