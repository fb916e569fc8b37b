/** POST /__emulator/persona: signs this browser in as somebody, or out. */
import { personByName } from '../api/auth.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, objectIn, onlyMembers } from './problem.ts';

/** `{persona: "lead"}`, an e-mail address, or `null` to sign out; the cookie does the rest. @throws ControlProblem */
export async function choosePersona(desk: ControlDesk, request: Request): Promise<Response> {
  const body = await objectIn(request);
  onlyMembers(body, ['persona']);
  const { persona } = body;
  if (persona === null)
    return Response.json({ persona }, { headers: { 'set-cookie': cookie('', 'Max-Age=0') } });
  if (typeof persona !== 'string' || !personByName(desk.world(), persona)) {
    throw new ControlProblem(
      '"persona" must be admin, lead, agent, light_agent, or the e-mail address of an active user.',
    );
  }
  return Response.json({ persona }, { headers: { 'set-cookie': cookie(encodeURIComponent(persona)) } });
}

const cookie = (value: string, ...more: string[]) =>
  [`emulator_persona=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...more].join('; ');
