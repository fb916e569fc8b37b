import { expect, it } from 'vitest';
import { openAccount, withNotes } from './account.ts';

it.each([
  ['suite_professional', 403],
  ['suite_enterprise', 200],
] as const)('access rules and policies of roles: %s answers %i', async (plan, status) => {
  const account = openAccount();
  await withNotes(account);
  account.world.plan = plan;
  for (const family of ['access_rules', 'access_rules/definitions', 'permission_policies'])
    expect((await account.call('admin', 'GET', `/custom_objects/note/${family}`)).status).toBe(status);
});
