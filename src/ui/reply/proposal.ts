/** The first text of a reply: the customer's first name and what fits the case, with a gap only a person can fill. */
import { type Feedback, latest } from '../../care/feedback.ts';
import { verdictOf } from '../../care/rating.ts';
import { proposalKind } from '../../care/replying.ts';
import type { Translate } from '../../i18n.ts';

export function proposalFor(t: Translate, feedback: Feedback, name: string | null): string {
  const csat = latest(feedback, 'csat');
  const isGood = csat !== null && verdictOf(csat) === 'good' && feedback.case?.rule !== 'ces_below';
  const first = name?.trim().split(/\s+/)[0] ?? '';
  const isName = first !== '' && !first.includes('@');
  const greeting = isName ? t('reply.hello', { name: first }) : t('reply.hello_nobody');
  return `${greeting}\n\n${t(`reply.proposal.${proposalKind(feedback, isGood)}`)}`;
}
