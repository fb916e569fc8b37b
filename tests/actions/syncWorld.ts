/** What tests of the sync ask of an account: its ledgers, its lists, and what its own records say the scores are. */

import * as v from 'valibot';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { type Feedback, feedbackSchema, keyOfConversation, keyOfTicket } from '../../src/care/feedback.ts';
import { type Fact, foldAll } from '../../src/care/fold.ts';
import { createHttp, type Http } from '../../src/zendesk/http.ts';
import { readFactsBehind } from '../../src/zendesk/ledgers.ts';
import { createPace } from '../../src/zendesk/pace.ts';
import type { Exchange } from '../emulator/control.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import type { WorldOptions } from '../emulator/world/createWorld.ts';
import { roleOf } from '../emulator/world/surveyDefinition.ts';
import type { World } from '../emulator/world/world.ts';
import { createTestApp, requestOver } from '../testApp.ts';

export const day = 86_400_000;
const apps = [{ appId: 7, installationId: 70, settings: {} }];

/** An account set up by its admin. */
export async function openAccount(options: WorldOptions): Promise<Workspace> {
  const workspace = createWorkspace({ apps, ...options });
  await setUp(await adminOf(workspace), () => {});
  // Its calls are not the sync's: Zendesk counts by the minute.
  timeOf(workspace).now += 60_000;
  return workspace;
}

/** Real time as the account counts its limits by; it passes only while somebody waits. */
const times = new WeakMap<Workspace, { now: number }>();

export function timeOf(workspace: Workspace): { now: number } {
  const time = times.get(workspace) ?? { now: 0 };
  times.set(workspace, time);
  workspace.world.realNow = () => time.now;
  return time;
}

/** An admin's background frame: paced as it is in the browser, and counted as an app is. */
export async function adminOf(workspace: Workspace): Promise<App> {
  const app = await createTestApp(workspace, 'admin');
  const time = timeOf(workspace);
  const wait = async (ms: number) => {
    time.now += ms;
  };
  const fetchIt: typeof fetch = (input, init) =>
    workspace.fetchAs('admin')(input, { ...init, headers: { ...init?.headers, 'x-zendesk-app-id': '7' } });
  const pace = createPace({ now: () => time.now, wait });
  const clock = { now: () => workspace.world.now(), correct: () => {} };
  // Big batches take longer than a click's few rows.
  const http = createHttp({ request: requestOver(fetchIt) }, { clock, wait, pace, timeoutMs: 20_000 });
  return { ...app, zendesk: { ...app.zendesk, http } };
}

const recordsOf = (world: World, object: string) =>
  [...world.customObjectRecords.values()].filter(
    (record) => record.object_key === object && record.deleted_at === null,
  );

/** The list's states, places of the sync left out. */
export function listedIn(world: World): Map<string, Feedback> {
  const records = recordsOf(world, 'fl_feedback').filter(
    (record) => !record.external_id?.startsWith('sync:'),
  );
  const states = records.map((record) =>
    v.parse(feedbackSchema, JSON.parse(String(record.custom_object_fields.state))),
  );
  return new Map(states.map((state) => [state.key, state]));
}

/** The fold of every ledger there is. */
export async function ledgersIn(app: App, world: World): Promise<Map<string, Feedback>> {
  const keys = [
    ...new Set(recordsOf(world, 'fl_event').map((one) => String(one.custom_object_fields.feedback))),
  ];
  const facts: Map<string, Fact[]> = await readFactsBehind(
    app.zendesk.http,
    keys.map((key) => ({ key, rev: 0 })),
    'interactive',
  );
  return new Map(keys.map((key) => [key, foldAll(key, facts.get(key) ?? [])]));
}

export interface Score {
  csat: number | null;
  ces: number | null;
}

/** By feedback, straight from what the customers answered. */
export function scoresIn(world: World): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const response of world.surveyResponses.values()) {
    const { ticket_id: ticketId, conversation_id: conversationId, answers } = response;
    const survey = world.surveys.get(`${response.survey_id}/${response.survey_version}`);
    const given = (role: string) =>
      answers.find((answer) => {
        const question = survey?.questions.find((one) => one.id === answer.question_id);
        return question !== undefined && roleOf(question) === role && answer.rating !== undefined;
      })?.rating ?? null;
    const score = { csat: given('csat'), ces: given('ces') };
    const key = ticketId === null ? keyOfConversation(conversationId ?? '') : keyOfTicket(String(ticketId));
    if (score.csat !== null || score.ces !== null) scores.set(key, score);
  }
  return scores;
}

/** What the ledgers say the scores are now. */
export function scoresOf(feedbacks: ReadonlyMap<string, Feedback>): Map<string, Score> {
  const last = (feedback: Feedback, metric: string) =>
    feedback.revisions.findLast((revision) => revision.metric === metric)?.value ?? null;
  return new Map(
    [...feedbacks].map(([key, feedback]) => [
      key,
      { csat: last(feedback, 'csat'), ces: last(feedback, 'ces') },
    ]),
  );
}

export const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** The same app, whose `n`-th write fails: before it reaches the account, or after it was done there. */
export function failingAt(app: App, n: number, isDone: boolean): App {
  const { http } = app.zendesk;
  let writes = 0;
  const send: Http['send'] = async (...given) => {
    writes += 1;
    if (writes === n && !isDone) throw new Error('the browser was closed');
    const answer = await http.send(...given);
    if (writes === n) throw new Error('the browser was closed');
    return answer;
  };
  return { ...app, zendesk: { ...app.zendesk, http: { ...http, send } } };
}

/** Calls that count against a budget. */
export const countedCalls = (exchanges: readonly Exchange[]) =>
  exchanges.filter(({ url }) => !url.includes('/job_statuses/')).length;
