/** What a reply's state and troubles are called. */
import type { Reply } from '../../care/replying.ts';
import type { Translate } from '../../i18n.ts';
import { isolate, relative } from '../formats.ts';

interface Context {
  t: Translate;
  locale: string;
  user: { id: string };
  now: () => number;
}

/** What happened, in one sentence; the reason is another. */
export function headOf(reply: Reply, { t }: Pick<Context, 't'>): string {
  const { state, problem } = reply;
  const name = isolate(reply.customer);
  if (state === 'stopped') return t(problem?.kind === 'undone' ? 'reply.undone' : 'reply.stopped', { name });
  if (state === 'unknown') return t('reply.unknown', { name });
  if (state === 'absent') return t('reply.absent', { name });
  if (state === 'sent') return t('reply.sent', { name });
  return t('reply.sending', { name });
}

/** Why, and what comes next; `null` where the head says it all. */
export function reasonOf(
  reply: Reply,
  { t, locale, user, now }: Context,
  names: Record<string, string>,
): string | null {
  const { problem, state } = reply;
  if (!problem)
    return state === 'unknown' ? t('reply.looking') : state === 'absent' ? t('reply.absent_why') : null;
  const why = problem.failure ? t(`failure.${problem.failure}`) : '';
  switch (problem.kind) {
    case 'undone':
      return null;
    case 'interrupted':
      return t('reply.problem.interrupted');
    case 'met': {
      const isSelf = problem.byId === user.id;
      const name = isolate(names[problem.byId ?? ''] ?? t('people.someone'));
      const when = relative(problem.at ?? now(), now(), locale);
      return t(isSelf ? 'reply.problem.met_self' : 'reply.problem.met', { name, when });
    }
    case 'refused':
      return problem.failure === 'closedTicket' ? t('reply.problem.closed') : why;
    case 'not_looked':
    case 'unreadable':
    case 'unrecorded':
      return `${t(`reply.problem.${problem.kind}`)} ${why}`;
  }
}
