/** Who is signed in, as ZAF tells without a call. */
import * as v from 'valibot';
import { id } from './fields.ts';
import { getProperty, type ZafClient } from './zaf.ts';

const schema = v.object({
  id,
  name: v.fallback(v.string(), ''),
  /** `admin`, `agent`, or a custom role's id as text. */
  role: v.fallback(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((value) => String(value)),
    ),
    'agent',
  ),
  locale: v.fallback(v.string(), 'en-US'),
  timeZone: v.fallback(v.object({ ianaName: v.optional(v.string()) }), {}),
});

export interface CurrentUser {
  id: string;
  name: string;
  isAdmin: boolean;
  locale: string;
  /** IANA name, `undefined` = the browser's own. */
  timeZone: string | undefined;
}

export async function readCurrentUser(client: ZafClient): Promise<CurrentUser> {
  const user = v.parse(schema, await getProperty(client, 'currentUser'));
  return {
    id: user.id,
    name: user.name,
    isAdmin: user.role === 'admin',
    locale: user.locale,
    timeZone: user.timeZone.ianaName,
  };
}
