/** Places that look as if another survey tool left scores there: offered to an admin, never assumed. */
import type { ScoreSource } from './configuration.ts';
import type { Metric } from './rating.ts';
import type { SourceDraft } from './sourceDraft.ts';

/** All of a source but what makes it one of the configuration's. */
export type Offer = Omit<SourceDraft, 'id'>;

/** What was seen lately: values by field id, and tags. */
export interface SeenOnTickets {
  values: ReadonlyMap<string, readonly string[]>;
  tags: readonly string[];
}

const titles = /\b(csat|ces|survey score|ticket score|customer effort)\b/i;
/** Told in a title: `1-7, low = easy`. */
const lowIsGood = /\blow(er|est)?\b[^,;)]*\b(easy|easier|good|better|best)\b/i;
const tags = /^((?:csat|ces)(?:_score)?_)(\d{1,2})$/i;

/** Fields by their title, tags by how they are written; those in use already are left out. */
export function offersIn(
  fields: readonly { id: string; title: string }[],
  seen: SeenOnTickets,
  used: readonly Pick<ScoreSource, 'kind' | 'fieldId' | 'pattern'>[],
): Offer[] {
  const isFree = (offer: Offer) =>
    !used.some(({ kind, fieldId, pattern }) =>
      offer.kind === 'field' ? fieldId === offer.fieldId : kind === offer.kind && pattern === offer.pattern,
    );
  const named = fields.filter(({ title }) => titles.test(title));
  return [
    ...named.map((field) => fieldOffer(field, seen.values.get(field.id) ?? [])),
    ...tagOffers(seen.tags),
  ].filter(isFree);
}

const metricOf = (name: string): Metric => (/ces|effort/i.test(name) ? 'ces' : 'csat');

function fieldOffer({ id, title }: { id: string; title: string }, values: readonly string[]): Offer {
  const [, from, to] = /(\d{1,3})\s*[-–]\s*(\d{1,3})/.exec(title) ?? [];
  const numbers = to === undefined ? values.flatMap(lastNumber) : [Number(from), Number(to)];
  const blank = { kind: 'field', fieldId: id, pattern: null, isLowerBetter: lowIsGood.test(title) } as const;
  return { ...blank, metric: metricOf(title), headline: title.slice(0, 120), ...scaleAround(numbers) };
}

function tagOffers(seen: readonly string[]): Offer[] {
  const numbers = new Map<string, number[]>();
  for (const tag of seen) {
    const [, stem, score] = tags.exec(tag) ?? [];
    if (stem !== undefined) numbers.set(stem, [...(numbers.get(stem) ?? []), Number(score)]);
  }
  return [...numbers].map(([stem, scores]) => {
    const blank = { kind: 'tag', fieldId: null, isLowerBetter: false } as const;
    const headline = stem.replace(/_+/g, ' ').trim();
    return { ...blank, metric: metricOf(stem), pattern: `${stem}{score}`, headline, ...scaleAround(scores) };
  });
}

const lastNumber = (value: string): number[] => {
  const found = value.match(/\d{1,3}/g)?.at(-1);
  return found === undefined ? [] : [Number(found)];
};

/** The smallest usual scale that holds all of them. */
function scaleAround(numbers: readonly number[]): Pick<Offer, 'lowest' | 'scale'> {
  const highest = Math.max(0, ...numbers);
  const scale = [5, 7, 10, 100].find((usual) => highest <= usual) ?? 100;
  return { lowest: numbers.includes(0) ? 0 : 1, scale: String(scale) };
}
