/** The account's outgoing mail: nothing leaves the emulator, everything can be read in the outbox. */
import type { Mail } from '../control.ts';
import type { World } from '../world/world.ts';

const outboxLimit = 5000;

export type MailDraft = Omit<Mail, 'id' | 'at' | 'from'> & { at?: number };

/** Puts a mail into the outbox (the oldest leave beyond 5,000) and says so to whoever listens. */
export function sendMail(world: World, { at = world.now(), ...draft }: MailDraft): Mail {
  const mail: Mail = {
    id: world.nextId('mail'),
    at: new Date(at).toISOString(),
    from: { name: 'Emulated Care', email: `support@${world.subdomain}.zendesk.example` },
    ...draft,
  };
  world.outbox.push(mail);
  if (world.outbox.length > outboxLimit) world.outbox.shift();
  world.emit({ kind: 'outbox' });
  return mail;
}
