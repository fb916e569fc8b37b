import { useApp } from '../useApp.ts';

/** The zone days and months are told by: that of the person's profile. IANA. */
export function useZone(): string {
  const { user } = useApp();
  return user.timeZone ?? 'UTC';
}
