/** An agent says that a score is not theirs; a lead decides; both values remain in the ledger. */
import { type Attribution, attributionRules, creditOf, isAgent } from './attribution.ts';
import type { Configuration } from './configuration.ts';
import { type Feedback, isCounted } from './feedback.ts';
import { isLead } from './lead.ts';

type Person = { id: string; isAdmin: boolean };

/** May this person say that the score is not theirs? Only of one that counts and is credited to them. */
export function mayDispute(
  feedback: Feedback,
  user: Person,
  { attributionRule }: Pick<Configuration, 'attributionRule'>,
): boolean {
  const isOwn = creditOf(feedback.attribution, attributionRule) === user.id;
  return isOwn && feedback.dispute === null && feedback.revisions.length > 0 && isCounted(feedback);
}

/** Leads decide, nobody their own. */
export function mayDecide(feedback: Feedback, user: Person, configuration: Configuration): boolean {
  const { dispute } = feedback;
  return dispute?.state === 'open' && dispute.byId !== user.id && isLead(user, configuration);
}

/** Who had a part in the ticket and could be credited instead, by every rule; whoever disputes it is not. */
export function otherCredits(attribution: Attribution | null, byId: string): string[] {
  if (!attribution) return [];
  const named = attributionRules.map((rule) => creditOf(attribution, rule));
  const replied = (attribution.replies ?? []).map(({ agentId }) => agentId);
  return [...new Set([...named, ...replied])].filter((id) => isAgent(id) && id !== byId);
}
