/** Three months of one helpdesk: what the named threads tell, with everyday tickets around them. */
import { firstTicketId, lastTicketId } from './calendar.ts';
import { addCustomers } from './customers.ts';
import { everydayThread, type Tally } from './everyday.ts';
import { play, type Thread } from './storyPlayer.ts';
import { hostileThreads } from './threads/hostile.ts';
import { languageThreads } from './threads/languages.ts';
import { loginThreads } from './threads/login.ts';
import { messagingThreads } from './threads/messaging.ts';
import { scannerThreads } from './threads/scanner.ts';
import { serviceThreads } from './threads/service.ts';
import { stateThreads } from './threads/states.ts';
import { thirdPartyThreads } from './threads/thirdParty.ts';
import { storyNow, type World } from './world.ts';

const named: Thread[] = [
  ...serviceThreads,
  ...loginThreads,
  ...scannerThreads,
  ...languageThreads,
  ...hostileThreads,
  ...stateThreads,
];

/** Told in the place of everyday tickets, which are counted all the same: the others stay as they are. */
const inPlaceOfEveryday: Thread[] = [...thirdPartyThreads, ...messagingThreads];

/** Fills a world that has its staff, fields and survey: customers, tickets, ratings, and the mails of the last days. */
export function addStory(world: World): void {
  addCustomers(world);
  const byId = new Map(named.map((thread) => [thread.id, thread]));
  const later = new Map(inPlaceOfEveryday.map((thread) => [thread.id, thread]));
  const tally: Tally = { asked: 0, login: 0, other: 0 };
  for (let id = firstTicketId; id <= lastTicketId(); id += 1) {
    const thread = byId.get(id) ?? everydayThread(id, tally);
    play(world, later.get(id) ?? thread);
  }
  for (let id = firstTicketId; id <= lastTicketId(); id += 1) world.nextId('ticket');
  archiveOld(world);
  orderMails(world);
}

/** Zendesk moves tickets into its archive 120 days after closing; the story's oldest go early, so that some are. */
function archiveOld(world: World): void {
  for (const ticket of world.tickets.stored()) {
    ticket.is_archived = ticket.closed_at !== null && ticket.closed_at < storyNow - 80 * 86_400_000;
  }
}

function orderMails(world: World): void {
  world.outbox.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id));
  world.outbox.forEach((mail, index) => {
    mail.id = index + 1;
  });
}
