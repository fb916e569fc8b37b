/** Every figure a report has, in the order it shows them. */
import { ces } from './ces.ts';
import { csat } from './csat.ts';
import { easy } from './easy.ts';
import { firstAction } from './firstAction.ts';
import type { Metric } from './metric.ts';
import { volume } from './volume.ts';

export const metrics: readonly Metric[] = [volume, csat, ces, easy, firstAction];
