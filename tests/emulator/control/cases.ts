/** POST /__emulator/cases: the app's own records of every made feedback, as if it had run here for a year. */
import { liveRecords } from '../api/recordIndex.ts';
import { makeRecords, mostMadeCases } from '../world/madeRecords.ts';
import type { World } from '../world/world.ts';
import type { ControlDesk } from './desk.ts';
import { ControlProblem, objectIn, onlyMembers, wholeNumber } from './problem.ts';

/** `{open}`: how many cases are open. @throws ControlProblem */
export async function postCases(desk: ControlDesk, request: Request): Promise<unknown> {
  const body = await objectIn(request);
  onlyMembers(body, ['open']);
  const world = desk.world();
  refuseUnlessReady(world);
  const open = wholeNumber('open', body.open, 0, mostMadeCases(world));
  makeRecords(world, open);
  return { open, feedbacks: world.madeRecords.get('fl_feedback')?.size ?? 0 };
}

function refuseUnlessReady(world: World): void {
  if (world.made === null)
    throw new ControlProblem('There are no made feedbacks: start the emulator with --scale.', 409);
  if (world.madeRecords.size > 0)
    throw new ControlProblem('The made feedbacks are recorded already; POST reset forgets them.', 409);
  for (const key of ['fl_feedback', 'fl_event']) {
    if (!world.customObjects.has(key))
      throw new ControlProblem(`The account has no object "${key}": press the app's set-up first.`, 409);
    for (const { external_id: id } of liveRecords(world, key))
      if (/^ticket:\d{7,}/.test(id ?? ''))
        throw new ControlProblem('The app has recorded made feedbacks itself; POST reset forgets them.', 409);
  }
}
