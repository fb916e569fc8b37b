/** Words for mails and notes an open app writes into the account; loaded when there is something to say. */
import type { Translate } from '../i18n.ts';
import type { AlertApp } from './alert.ts';

export interface AlertWords {
  t: Translate;
  /** A day and a time of day, with its zone: whoever reads it may live in another. */
  moment: (at: number) => string;
  /** The ticket's address, the same for everybody on the account. */
  linkTo: (ticketId: string) => string;
}

/** In the language of the person whose app it is; times in the account's business zone, otherwise UTC. */
export async function alertWords({ user, configuration, subdomain }: AlertApp): Promise<AlertWords> {
  const { loadWords, loadMoreWords } = await import('../i18n.ts');
  const { t, locale } = await loadWords(user.locale);
  await loadMoreWords();
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: configuration.schedule?.timeZone ?? 'UTC',
  });
  const host = subdomain ? `https://${subdomain}.zendesk.com` : '';
  return { t, moment: (at) => format.format(at), linkTo: (ticketId) => `${host}/agent/tickets/${ticketId}` };
}
