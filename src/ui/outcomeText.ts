import type { Configuration } from '../care/configuration.ts';
import { type OutcomeKind, outcomeKinds, outcomeOf } from '../care/outcome.ts';
import type { Translate } from '../i18n.ts';

/** An outcome as screens name it: the admin's label, else the app's own words. */
export function outcomeText(t: Translate, configuration: Configuration, id: string): string {
  const label = outcomeOf(id, configuration)?.label;
  if (label) return label;
  const own = outcomeKinds.find((kind): kind is OutcomeKind => kind === id);
  return own ? t(`outcome.${own}`) : id;
}
