/** POST /__emulator/clock: moves the world's clock, forwards only. */
import type { ControlDesk } from './desk.ts';
import { ControlProblem, objectIn, onlyMembers } from './problem.ts';

const longestMove = 400 * 86_400_000;

/** `{advance: <milliseconds>}` or `{set: <ISO instant>}`. @throws ControlProblem */
export async function moveClock(desk: ControlDesk, request: Request): Promise<{ now: string }> {
  const body = await objectIn(request);
  onlyMembers(body, ['advance', 'set']);
  const world = desk.world();
  const ms = 'set' in body ? instantIn(body.set) - world.now() : body.advance;
  if (typeof ms !== 'number' || !Number.isFinite(ms))
    throw new ControlProblem('"advance" must be a number of milliseconds.');
  if (ms < 0) throw new ControlProblem('The clock moves forwards only; reset the world to go back.');
  if (ms > longestMove) throw new ControlProblem('The clock moves by 400 days at most in one call.');
  world.advance(Math.round(ms));
  return { now: new Date(world.now()).toISOString() };
}

function instantIn(value: unknown): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new ControlProblem('"set" must be an instant such as "2026-11-19T08:00:00Z".');
  return at;
}
