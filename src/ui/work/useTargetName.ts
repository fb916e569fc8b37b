import { useQuery } from '@tanstack/react-query';
import { readPeople } from '../../actions/readPeople.ts';
import type { Case } from '../../care/feedback.ts';
import { useApp } from '../useApp.ts';
import { useGroups } from './useGroups.ts';

type Target = NonNullable<Case['escalation']>;

/** Whom a case was escalated to, by name; `null` while that is not known. A note's target may be either. */
export function useTargetName({ kind, to }: Target, names: Record<string, string>): string | null {
  const app = useApp();
  const id = to ?? '';
  const known = names[id];
  const mayBeGroup = kind === 'group' || (kind === 'note' && known === undefined);
  const { groups, failure } = useGroups(mayBeGroup);
  const group = groups.find((one) => one.id === id)?.name;
  const isPerson = kind === 'person' || (kind === 'note' && (groups.length > 0 || failure !== null));
  const { data } = useQuery({
    queryKey: ['person', id],
    enabled: isPerson && known === undefined && group === undefined && id !== '',
    queryFn: () => readPeople(app, [id]),
  });
  return known ?? group ?? data?.[id] ?? null;
}
