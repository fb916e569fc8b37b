/** The page's half of `/__emulator/*`: one function per call, an Error with a plain sentence when refused. */
import type {
  ChannelMessage,
  CustomerAnswer,
  Exchange,
  Fault,
  Mail,
  State,
  SurveyForm,
  WebhookCall,
} from '../../control.ts';
import { words } from './words.ts';

export type StatePatch = { [Key in 'plan' | 'csat' | 'latency']?: State[Key] } & {
  unknowns?: Partial<State['unknowns']>;
};
export type ClockMove = { advance: number } | { set: string };

/** The sentence in an error body, whichever of the usual members holds it. */
function sentenceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { error, message, description } = body as Record<string, unknown>;
  if (typeof description === 'string') return description;
  if (typeof message === 'string') return message;
  if (typeof error === 'string') return error;
  return sentenceOf(error);
}

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const answer = await fetch(`/__emulator/${path}`, init).catch(() => null);
  if (!answer) throw new Error(words.problem.noServer);
  const parsed: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(sentenceOf(parsed) ?? words.problem.refused(answer.status));
  return parsed;
}

/** A list, whether the answer is the bare array or wraps it in one member. */
function listIn<Item>(answer: unknown): Item[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).find((member) => Array.isArray(member)) ?? [];
}

export const patchState = (patch: StatePatch) => call('PATCH', 'state', patch);
export const moveClock = (move: ClockMove) => call('POST', 'clock', move);
export const putFaults = (faults: Fault[]) => call('PUT', 'faults', faults);
export const resetWorld = () => call('POST', 'reset');
export const readLog = async (limit: number) => listIn<Exchange>(await call('GET', `log?limit=${limit}`));
export const readWebhookCalls = async () => listIn<WebhookCall>(await call('GET', 'webhooks'));
export const readMessages = async () => listIn<ChannelMessage>(await call('GET', 'messages'));
export const readOutbox = async (to: string) =>
  listIn<Mail>(await call('GET', `outbox?to=${encodeURIComponent(to)}`));
export const readSurvey = async (ticket: number, accessToken: string) =>
  (await call(
    'GET',
    `survey?ticket=${ticket}&access_token=${encodeURIComponent(accessToken)}`,
  )) as SurveyForm;
export const answerSurvey = (answer: CustomerAnswer & { access_token: string }) =>
  call('POST', 'customer', answer);
