/** People as the app framework shows them, made from `/api/v2/users`. */
import type { UserJson } from '../../desk.ts';

/** Members of `requester`, `assignee.user` and comment authors. */
export function userShape(user: UserJson) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: roleName(user),
    locale: user.locale,
    avatarUrl: avatarUrl(user),
    externalId: user.external_id ?? null,
    alias: user.alias ?? null,
    details: user.details ?? null,
    notes: user.notes ?? null,
    signature: user.signature ?? null,
    tags: user.tags ?? [],
    organizations: [],
    groups: [],
    identities: identities(user),
  };
}

/** The built-in role, or the custom role's id as a string. */
export function roleName(user: UserJson): string {
  const isCustom = user.role === 'agent' && user.custom_role_id !== null && user.custom_role_id !== undefined;
  return isCustom ? String(user.custom_role_id) : user.role;
}

export function avatarUrl(user: UserJson): string | null {
  const photo = user.photo as { content_url?: string } | null | undefined;
  return photo?.content_url ?? null;
}

function identities(user: UserJson) {
  return user.email ? [{ id: null, type: 'email', value: user.email, verified: true, primary: true }] : [];
}

/** `offset` in minutes east of UTC at the given instant. */
export function timeZone(name: string, ianaName: string, at: string) {
  const offset = minutesEast(ianaName, new Date(at));
  return { name, translatedName: name, ianaName, offset, formattedOffset: `GMT${formatted(offset)}` };
}

function formatted(offset: number): string {
  const total = Math.abs(offset);
  const hours = String(Math.floor(total / 60)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}:${String(total % 60).padStart(2, '0')}`;
}

function minutesEast(ianaName: string, at: Date): number {
  try {
    const zone = new Intl.DateTimeFormat('en-US', { timeZone: ianaName, timeZoneName: 'longOffset' });
    const text = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
    const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -total : total;
  } catch {
    return 0;
  }
}
