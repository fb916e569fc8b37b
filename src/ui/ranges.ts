/** The steps of a scale that Zendesk counts as good or bad, in words. */
import type { Configuration } from '../care/configuration.ts';

/** `1-3`; `1` where there is only one. */
export const rangeText = (from: number, to: number) => (from === to ? String(from) : `${from}-${to}`);

/** On how many steps this account asks for CSAT, `null` while that is not known. */
export const csatScale = ({ questions }: Configuration): number | null =>
  questions.find(({ metric }) => metric === 'csat')?.scale ?? null;
