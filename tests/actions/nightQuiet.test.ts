import { describe, expect, it } from 'vitest';
import { newWorkflow } from '../../src/care/workflows/workflow.ts';
import type { World } from '../emulator/world/world.ts';
import { Minutes } from './mirrorWorld.ts';
import { hour, mailsIn, minute, openAccount, openApp, rate, syncOnce, ticketIn } from './nightWorld.ts';

const inHours = {
  ...newWorkflow('resc', 'rescue', 'Rescue', 3),
  isOn: true,
  hours: 'schedule' as const,
};

/** Half past midnight in UTC, when the account's business is closed. */
function passTillNight(world: World): void {
  const at = new Date(world.now());
  world.advance(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1, 0, 30) - at.getTime());
}

describe('a workflow that keeps business hours, at night', () => {
  it('mails nobody though an app is open and no schedule was chosen in it, and once after opening', async () => {
    const workspace = await openAccount('survey', { workflows: [inHours], schedule: null });
    const { world } = workspace;
    await syncOnce(workspace);
    passTillNight(world);
    rate(world, ticketIn(world, 'billing'), 1);
    await syncOnce(workspace);
    const minutes = new Minutes(workspace);
    const alerts = await openApp(workspace, minutes);
    await minutes.pass(30 * minute);
    expect(mailsIn(world)).toEqual([]);
    alerts.stop();
    world.advance(14 * hour);
    expect(mailsIn(world).map(({ to }) => to)).toEqual(['Ola']);
  });

  it('mails nobody in the morning of a bad rating the customer took back', async () => {
    const workspace = await openAccount('survey', { workflows: [inHours] });
    const { world } = workspace;
    passTillNight(world);
    const [taken, kept] = [ticketIn(world, 'billing'), ticketIn(world, 'billing')];
    for (const ticket of [taken, kept]) rate(world, ticket, 1);
    rate(world, taken, 5);
    world.advance(14 * hour);
    expect(mailsIn(world).map(({ ticket }) => ticket)).toEqual([kept]);
  });
});
