import { useQuery } from '@tanstack/react-query';
import { readPlaces } from '../../actions/readPlaces.ts';
import type { Dimension } from '../../care/insights/question.ts';
import { useApp } from '../useApp.ts';
import { usePeople } from '../usePeople.ts';
import type { Names } from './valueName.ts';

/** People named at once at most; three calls. */
const mostPeople = 300;

interface Shown {
  dimension: Dimension;
  values: readonly (string | null)[];
}

/** The names these values go by; read for what is shown alone, each once. */
export function useNames(shown: readonly Shown[]): Names {
  const app = useApp();
  const hasPlaces = shown.some(({ dimension }) => dimension === 'group' || dimension === 'brand');
  const ids = shown
    .filter(({ dimension }) => dimension === 'agent' || dimension === 'owner')
    .flatMap(({ values }) => values.filter((id) => id !== null));
  const people = usePeople([...new Set(ids)].slice(0, mostPeople));
  const places = useQuery({ queryKey: ['places'], queryFn: () => readPlaces(app), enabled: hasPlaces });
  return { places: places.data ?? {}, people };
}
