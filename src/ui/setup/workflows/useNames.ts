/** Names of the groups, brands and people the settings mention by id. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Colleague } from '../../../actions/findColleagues.ts';
import { type PlaceChoices, readPlaceChoices } from '../../../actions/readPlaceChoices.ts';
import type { ConfigurationDraft } from '../../../care/configurationDraft.ts';
import { asFailure, type Failure } from '../../../care/failure.ts';
import { useApp } from '../../useApp.ts';
import { usePeople } from '../../usePeople.ts';

export type PlaceKind = 'group' | 'brand';

export interface Names {
  /** `undefined` until they are known. */
  places: PlaceChoices | undefined;
  placesFailure: Failure | null;
  reloadPlaces: () => void;
  nameOfPlace: (kind: PlaceKind, id: string) => string;
  nameOfPerson: (id: string) => string;
  /** Somebody was chosen, whose name was on the screen. */
  learn: (colleague: Colleague) => void;
}

const learnedKey = ['people', 'learned'];

export function useNames({ workflows, leads, otherLeads }: ConfigurationDraft): Names {
  const app = useApp();
  const { t } = app;
  const queries = useQueryClient();
  const places = useQuery({ queryKey: ['places', 'choices'], queryFn: () => readPlaceChoices(app) });
  const learned = useQuery<Record<string, string>>({
    queryKey: learnedKey,
    queryFn: () => ({}),
    initialData: {},
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const mentioned = [...leads, ...workflows].flatMap(({ userIds }) => userIds).concat(otherLeads);
  const known: Record<string, string> = { [app.user.id]: app.user.name, ...learned.data };
  const people = usePeople(mentioned.filter((id) => !known[id]));
  return {
    places: places.data,
    placesFailure: places.error ? asFailure(places.error) : null,
    reloadPlaces: () => void places.refetch(),
    nameOfPlace: (kind, id) =>
      places.data?.[`${kind}s`].find((place) => place.id === id)?.name ??
      (places.data ? t(`workflows.form.${kind}_gone`, { id }) : `#${id}`),
    nameOfPerson: (id) => known[id] ?? people[id] ?? t('workflows.form.person_unknown', { id }),
    learn: ({ id, name }) =>
      queries.setQueryData<Record<string, string>>(learnedKey, (before) => ({ ...before, [id]: name })),
  };
}
