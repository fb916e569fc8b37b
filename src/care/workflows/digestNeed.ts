import type { Configuration } from '../configuration.ts';
import { hasDigest } from './sending.ts';

/** Is there a workflow whose alerts may come as one mail a day or an hour? It needs a ticket field to carry the text. */
export const needsDigest = ({ workflows }: Pick<Configuration, 'workflows'>): boolean =>
  workflows.some((workflow) => workflow.isOn && hasDigest(workflow));
