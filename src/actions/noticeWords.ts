/** What a short notice says: the workflow and the ticket's number, no word of the customer's. */
import type { Notice } from '../care/workflows/notices.ts';
import type { Toast } from '../zendesk/notices.ts';
import type { AlertApp } from './alert.ts';
import { dashed } from './goTo.ts';

/** Several make one. Throws where the words cannot be had. */
export async function toastOf({ user, zendesk }: AlertApp, notices: readonly Notice[]): Promise<Toast> {
  const { loadWords, loadMoreWords } = await import('../i18n.ts');
  const { t } = await loadWords(user.locale);
  await loadMoreWords();
  const page = `/agent/apps/${encodeURIComponent(dashed(zendesk.title))}`;
  const [first] = notices;
  if (!first || notices.length > 1) {
    const text = t('notices.toast', { count: notices.length });
    return { text, link: { text: t('notices.see_all'), href: page } };
  }
  const { ticketId: id, name, dueAt } = first;
  const workflow = name ?? t('timeline.former_workflow');
  return dueAt === null
    ? {
        text: t('notices.toast_feedback', { id, workflow }),
        link: { text: t('notices.see_ticket'), href: `/agent/tickets/${id}` },
      }
    : {
        text: t('notices.toast_case', { id, workflow }),
        link: { text: t('notices.see_case'), href: `${page}/case/${id}` },
      };
}
