/** POST /__emulator/reset: a new world, or an account of another kind. */
import { accountNames, type State } from '../control.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, isObject, type Json, oneOf, onlyMembers } from './problem.ts';
import { readState } from './state.ts';

/** Without a body, or with `{account}` of `world/accounts.ts`. @throws ControlProblem */
export async function reset(desk: ControlDesk, request: Request): Promise<State> {
  const text = await request.clone().text();
  const body = text === '' ? {} : parsed(text);
  onlyMembers(body, ['account']);
  desk.reset(body.account === undefined ? undefined : oneOf('account', body.account, accountNames));
  return readState(desk, request);
}

function parsed(text: string): Json {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {}
  throw new ControlProblem('The body must be a JSON object.');
}
