/** Switches a rule on or off; all else about it stays as it is. */
import { anything } from './fields.ts';
import type { Http } from './http.ts';

/** Triggers and automations alike. `notFound` where somebody took it away. Throws `Failure`. */
export async function switchRule(
  http: Http,
  kind: 'trigger' | 'automation',
  id: string,
  active: boolean,
): Promise<void> {
  await http.send('PUT', `/api/v2/${kind}s/${id}`, { [kind]: { active } }, anything);
}
