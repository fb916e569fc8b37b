/** Praise for one agent: what they may be glad of the same day. */
import { creditOf } from '../attribution.ts';
import type { Configuration } from '../configuration.ts';
import { type Feedback, isCounted, isToCheck, latest, ticketOfKey } from '../feedback.ts';
import { oriented } from '../orientation.ts';
import { onFive, verdictOf } from '../rating.ts';

export interface Praise {
  key: string;
  ticketId: string;
  /** When the customer said so, epoch milliseconds. */
  at: number;
  /** On 1-5; `null` where only *good* is known. */
  csat: number | null;
}

/** Praise is news for so long: what comes at night is there in the morning. */
export const freshFor = 36 * 3_600_000;

/** What earns praise: the lowest CSAT of the recognition workflows that are on; `null` while there is none. */
export function praisedFrom({ workflows }: Configuration): number | null {
  const from = workflows
    .filter(({ kind, isOn }) => kind === 'praise' && isOn)
    .map(({ when }) => when.csatFrom ?? 4);
  return from.length > 0 ? Math.min(...from) : null;
}

/** The newest first; only what is credited to this agent by the account's rule, counts, and looks like a person's. */
export function praiseOf(
  feedbacks: readonly Feedback[],
  userId: string,
  configuration: Configuration,
  now: number,
): Praise[] {
  const from = praisedFrom(configuration);
  if (from === null) return [];
  return feedbacks
    .flatMap((feedback) => {
      const rating = latest(feedback, 'csat');
      const at = rating?.answeredAt ?? rating?.seenAt ?? 0;
      const ticketId = ticketOfKey(feedback.key);
      const isOwn = creditOf(feedback.attribution, configuration.attributionRule) === userId;
      if (!rating || !ticketId || !isOwn || now - at > freshFor) return [];
      if (!isCounted(feedback) || isToCheck(feedback) || feedback.case?.status === 'new') return [];
      const csat = onFiveOf(feedback, configuration);
      const isPraise = csat === null ? verdictOf(rating) === 'good' && from <= 4 : csat >= from;
      return isPraise ? [{ key: feedback.key, ticketId, at, csat }] : [];
    })
    .sort((a, b) => b.at - a.at);
}

function onFiveOf(feedback: Feedback, configuration: Configuration): number | null {
  const csat = oriented(latest(feedback, 'csat'), configuration);
  return csat?.value == null || csat.scale === null ? null : onFive(csat.value, csat.scale, csat.lowest);
}
