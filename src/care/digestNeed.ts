import type { Configuration } from './configuration.ts';

/** Is there a workflow whose alerts may come as one mail a day or an hour? It needs a ticket field to carry the text. */
export const needsDigest = ({ workflows }: Pick<Configuration, 'workflows'>): boolean =>
  workflows.some(
    ({ isOn, kind, channel, budget }) =>
      isOn && (kind === 'praise' || (channel === 'mail' && budget !== null)),
  );
