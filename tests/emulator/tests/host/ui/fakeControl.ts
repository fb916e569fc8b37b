/** `/__emulator/*` for tests: notes each call, and answers what the test says. */
import { onTestFinished, vi } from 'vitest';

export interface ControlCall {
  method: string;
  path: string;
  body: unknown;
}

type Answer = (call: ControlCall) => { status?: number; body: unknown } | undefined;

/** Replaces `fetch` for one test; what `answer` leaves out succeeds with an empty object. */
export function fakeControl(answer: Answer = () => undefined): ControlCall[] {
  const calls: ControlCall[] = [];
  const fetchStub = async (url: string, init: RequestInit = {}) => {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init.method ?? 'GET', path: url.replace('/__emulator/', ''), body };
    calls.push(call);
    const { status = 200, body: answered } = answer(call) ?? { body: {} };
    return Response.json(answered, { status });
  };
  vi.stubGlobal('fetch', fetchStub);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return calls;
}
