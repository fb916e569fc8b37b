import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../server.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ port: 0, appDir: [], scale: 300 });
});
afterAll(() => emulator.close());

async function cases(body: unknown) {
  const response = await fetch(`${emulator.url}/__emulator/cases`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function createObject(key: string) {
  const custom_object = { key, title: key, title_pluralized: key };
  await fetch(`${emulator.url}/api/v2/custom_objects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa('admin/token:x')}` },
    body: JSON.stringify({ custom_object }),
  });
}

it('gives made feedbacks their records once the app’s objects are there, and once only', async () => {
  const refused = await cases({ open: 10 });
  expect(refused).toMatchObject({ status: 409, body: { error: expect.stringContaining('"fl_feedback"') } });
  await createObject('fl_feedback');
  await createObject('fl_event');
  expect((await cases({ open: 300 })).body.error).toMatch(/^"open" must be a whole number from 0 to \d\d\.$/);
  expect(await cases({ opened: 1 })).toMatchObject({ status: 400 });
  expect(await cases({ open: 10 })).toEqual({ status: 200, body: { open: 10, feedbacks: 300 } });
  expect((await cases({ open: 10 })).status).toBe(409);
  emulator.reset();
  expect(emulator.world().madeRecords.size).toBe(0);
});
