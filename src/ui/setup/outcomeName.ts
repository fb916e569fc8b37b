import { type OutcomeKind, outcomeKinds } from '../../care/outcome.ts';
import type { Translate } from '../../i18n.ts';

/** As typed, else the app's own words, else a name for one that has none yet. */
export function outcomeName(t: Translate, { id, label }: { id: string; label: string | null }): string {
  return label?.trim() || ownOutcomeName(t, id) || t('setup.outcomes.unnamed');
}

/** `null` for an outcome that is not one of the app's four. */
export function ownOutcomeName(t: Translate, id: string | null): string | null {
  const own = outcomeKinds.find((kind): kind is OutcomeKind => kind === id);
  return own ? t(`outcome.${own}`) : null;
}
