/** Surveys asked in a chat window: their answers know the conversation before, or without, the ticket. */
import { links, pending, ratesInChat, replies, says, solved, type Thread } from '../storyPlayer.ts';
import { storyConversations, storyTickets } from '../storyTickets.ts';

/** The chat's own survey takes the place of the mail's. */
const shared = { channel: 'native_messaging', group: 'technical', tags: ['no_survey'] } as const;

export const messagingThreads: Thread[] = [
  {
    ...shared,
    tags: [...shared.tags],
    id: storyTickets.messagingUnlinked,
    subject: 'Conversation with Helena Costa',
    customer: 362_000_001_050,
    product: 'Home Hub',
    text: 'the alarm went off at 3 in the morning and nobody was there',
    steps: [
      replies(
        'mia',
        '6m',
        'Hi Helena, I am sorry. I can see a door contact that reported open for one second.',
        pending,
      ),
      says('4m', 'so a door that did not open'),
      replies(
        'mia',
        '5m',
        'Yes. Please press the contact together once more, it sits a little loose.',
        solved,
      ),
      ratesInChat('9m', storyConversations.messagingUnlinked, {
        csat: 2,
        ces: 2,
        comment: 'loose again already',
      }),
    ],
  },
  {
    ...shared,
    tags: [...shared.tags],
    id: storyTickets.messagingLinked,
    subject: 'Conversation with Kofi Boateng',
    customer: 362_000_001_072,
    product: 'Mobile App',
    text: 'app asks me to pair the hub again every morning',
    steps: [
      replies('lena', '11m', 'Hello Kofi, which phone do you use?', pending),
      says('2m', 'same as last week when I wrote about this'),
      replies('lena', '20m', 'Found it, thank you. Version 8.2.1 fixes the pairing.', solved),
      ratesInChat('12m', storyConversations.messagingLinked, {
        csat: 2,
        ces: 1,
        reason: 'I had to repeat myself',
        comment: 'I wrote all of this last week',
      }),
      links('3h', storyConversations.messagingLinked),
    ],
  },
];
