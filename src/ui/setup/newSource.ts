import { newOperation } from '../../actions/newOperation.ts';
import type { ScoreSourceKind } from '../../care/configuration.ts';
import type { SourceDraft } from '../../care/sourceDraft.ts';
import type { Offer } from '../../care/sourceOffers.ts';

/** A source to be filled in, with an id that was never used: recorded ratings will name it. */
export function newSource(kind: ScoreSourceKind, offer: Partial<Offer>): SourceDraft {
  return {
    metric: 'csat',
    fieldId: null,
    pattern: null,
    lowest: 1,
    scale: '5',
    isLowerBetter: false,
    headline: '',
    ...offer,
    kind,
    id: newOperation(),
  };
}
