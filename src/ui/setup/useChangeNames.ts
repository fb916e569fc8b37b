/** Names for the ids changes of leads and pilot tell of, so that a person can read them. */
import { useQuery } from '@tanstack/react-query';
import { readPlaces } from '../../actions/readPlaces.ts';
import type { Change } from '../../care/configurationChange.ts';
import { isolate } from '../formats.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';

const isOfPlaces = ({ kind }: Change) => kind === 'leads' || kind === 'pilot';
const isOfPeople = ({ kind, member }: Change) => kind === 'leads' || member === 'otherLeads';
const idsIn = (changes: readonly Change[]) => [
  ...new Set(changes.flatMap(({ from, to }) => `${from} ${to}`.match(/\d+/g) ?? [])),
];

/** The same changes with names for ids, as far as they can be had; calls only where there are such changes. */
export function useChangeNames(changes: readonly Change[]): readonly Change[] {
  const app = useApp();
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () => readPlaces(app),
    enabled: changes.some(isOfPlaces),
  });
  const people = usePeople(idsIn(changes.filter(isOfPeople)));
  const nameOf = (id: string) => places.data?.[`group:${id}`] ?? places.data?.[`brand:${id}`] ?? people[id];
  const named = (text: string | null) =>
    text === null ? null : text.replace(/#?(\d+)/g, (whole, id: string) => nameIn(whole, id));
  const nameIn = (whole: string, id: string) => {
    const name = nameOf(id);
    return name === undefined ? whole : isolate(name);
  };
  return changes.map((change) =>
    isOfPlaces(change) || isOfPeople(change)
      ? { ...change, from: named(change.from), to: named(change.to) }
      : change,
  );
}
