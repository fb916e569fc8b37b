/** One company's mail scanner opens every link of a survey mail: ratings nobody gave, within seconds, to and fro. */
import { rates, replies, type Step, says, solved, type Thread } from '../storyPlayer.ts';
import { storyTickets } from '../storyTickets.ts';

/** Seconds after the mail: the lowest link, the highest, the lowest again. */
const clicks = (first: number): Step[] => [
  rates(`${first}s`, { csat: 1 }),
  rates('11s', { csat: 5 }),
  rates('9s', { csat: 1 }),
];

const shared = { channel: 'email', group: 'technical', product: 'Sensor Kit' } as const;

export const scannerThreads: Thread[] = [
  {
    ...shared,
    id: storyTickets.scanner,
    subject: 'Spare batteries for the loading dock',
    customer: 'bruno',
    intent: 'delivery',
    text: 'We need 40 spare batteries for the dock sensors. Same as last year.',
    steps: [
      replies('lena', '2h', 'Hello Bruno, 40 batteries are on their way, delivery on Friday.'),
      says('1d', 'Perfect, thanks.'),
      replies('lena', '@11-16T12:12', 'You are welcome.', solved),
      ...clicks(6),
    ],
  },
  {
    ...shared,
    id: storyTickets.scannerSecond,
    subject: 'Export of last quarter’s readings',
    customer: 'dana',
    intent: 'setup',
    text: 'Could you send me the readings of July to September as a table?',
    steps: [
      replies('tomas', '4h', 'Hello Dana, the table is attached. Times are in UTC.'),
      replies('tomas', '@11-16T12:25', 'No further questions, so I am closing this.', solved),
      ...clicks(4),
    ],
  },
  {
    ...shared,
    id: storyTickets.scannerThird,
    subject: 'New user for the dispatch office',
    customer: 'emeka',
    intent: 'setup',
    text: 'Please add Joy Okeke to our account, she starts on Monday.',
    steps: [
      replies('grace', '@11-16T12:31', 'Done, the invitation went to Joy just now.', solved),
      ...clicks(8),
    ],
  },
  {
    ...shared,
    id: storyTickets.scannerThenHuman,
    subject: 'Gateway placement in hall 3',
    customer: 'sally',
    intent: 'setup',
    text: 'Hall 3 has steel racks up to the roof. Where should the gateway go?',
    steps: [
      replies(
        'mia',
        '1h',
        'Hello Sally, as high as you can and never between two racks. Could you send me a plan of the hall?',
        { status: 'pending' },
      ),
      says('1d', 'Plan attached. The forklifts use the middle lane.'),
      replies(
        'mia',
        '@11-16T12:44',
        'On the east wall above the office door, then: free sight along the middle lane. I have drawn it into your plan.',
        solved,
      ),
      ...clicks(5),
      rates('2h', {
        csat: 5,
        ces: 4,
        reason: 'The agent was helpful',
        comment: 'I am told I gave a 1. I did not open the mail until now. Mia’s drawing was spot on.',
      }),
    ],
  },
];
