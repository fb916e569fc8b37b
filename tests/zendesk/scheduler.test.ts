import { expect, it } from 'vitest';
import { createScheduler } from '../../src/zendesk/scheduler.ts';

it('runs so many calls at once and no more', async () => {
  const scheduler = createScheduler(2);
  let inFlight = 0;
  let most = 0;
  const call = async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    inFlight -= 1;
  };
  await Promise.all(Array.from({ length: 9 }, () => scheduler.run('interactive', call)));
  expect(most).toBe(2);
});

it('lets people go before background work', async () => {
  const scheduler = createScheduler(1);
  const order: string[] = [];
  const note = (name: string) => async () => {
    order.push(name);
  };
  await Promise.all([
    scheduler.run('background', note('first')),
    scheduler.run('background', note('sync')),
    scheduler.run('interactive', note('click')),
  ]);
  expect(order).toEqual(['first', 'click', 'sync']);
});

it('goes on after a call that failed', async () => {
  const scheduler = createScheduler(1);
  const failing = scheduler.run('interactive', () => Promise.reject(new Error('refused')));
  await expect(failing).rejects.toThrow('refused');
  await expect(scheduler.run('interactive', async () => 'next')).resolves.toBe('next');
});
