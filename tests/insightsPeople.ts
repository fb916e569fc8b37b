/** People at work on insights whose calls are given up soon, and an account that guards its sheets. */
import { protectSheets } from '../src/actions/protectSheets.ts';
import type { App } from '../src/app.ts';
import { noSums } from '../src/care/coaching/sums.ts';
import { emptyIssueDraft, type IssueDraft } from '../src/care/issues/issue.ts';
import { createHttp } from '../src/zendesk/http.ts';
import { agent, appOf, billing, grantStaff, lead, openCoaching } from './actions/coachingWorld.ts';
import { day } from './actions/huddleWorld.ts';
import type { PersonaKey } from './emulator/control.ts';
import type { Workspace } from './emulator/inProcess.ts';
import { requestOver } from './testApp.ts';

/** Answers of writes do not arrive, though Zendesk did what was asked. */
export const answers = { isLost: false };

const isWrite = (method = 'GET', url = '') => method !== 'GET' && !url.includes('/search');

/** A person's App whose calls are given up soon, and whose answers can be lost. */
export async function personIn(
  workspace: Workspace,
  persona: PersonaKey,
  change: Partial<App['configuration']> = {},
) {
  const app = await appOf(workspace, persona, change);
  const fetchIt = workspace.fetchAs(persona);
  const losing: typeof fetch = async (input, init) => {
    const answer = await fetchIt(input, init);
    if (answers.isLost && isWrite(init?.method, String(input))) throw new TypeError('lost');
    return answer;
  };
  const request = requestOver(losing);
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  const http = createHttp({ request } as never, { clock, timeoutMs: 30, wait: async () => {} });
  return { ...app, zendesk: { ...app.zendesk, http, client: { ...app.zendesk.client, request } } } as App;
}

export const draft: IssueDraft = {
  ...emptyIssueDraft,
  name: 'Login page',
  topics: ['login'],
  ask: 'The old page',
};

export const leading = { leads: [{ groupId: billing, userIds: [lead] }] };
export const place = { agentId: agent, isGuarded: false, groupIds: [billing] };
export const action = { kind: 'action', text: 'Shadow Yuki', dueOn: '2026-12-01' } as const;

export async function guardedAccount() {
  const workspace = await openCoaching({ hasStory: false, plan: 'suite_enterprise' });
  await grantStaff(workspace);
  await protectSheets(await appOf(workspace, 'admin'));
  const admin = await personIn(workspace, 'admin', leading);
  return { workspace, admin };
}

export const sums = { ...noSums, n: 41, rated: 41, good: 40 };
export const teams = { [billing]: { sums, agents: 5 }, all: { sums, agents: 9 } };
export const month = (workspace: Workspace) => ({
  from: workspace.world.now() - 30 * day,
  to: workspace.world.now(),
});
