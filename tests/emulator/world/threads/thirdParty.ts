/** What other survey tools leave on tickets: a number in a field, a tag, a note. Nothing of it is in Zendesk's survey. */
import { fieldIds } from '../fields.ts';
import {
  type After,
  changes,
  notes,
  rates,
  replies,
  type Step,
  solved,
  type Thread,
} from '../storyPlayer.ts';
import { storyTickets } from '../storyTickets.ts';

const writes = (after: After, id: number, value: number | null): Step =>
  changes('integration', after, { custom_fields: { [id]: value } });
const scores = (after: After, value: number | null): Step => writes(after, fieldIds.surveyScore, value);
const tags = (after: After, tag: string): Step => changes('integration', after, { addTags: [tag] });
/** As the tool words it: the rating, and the customer's words in the next line. */
const reports = (after: After, rating: number, words: string): Step =>
  notes('integration', after, `Nicereply rating: ${rating}/5\n${words}`);

export const thirdPartyThreads: Thread[] = [
  {
    id: storyTickets.fieldScore,
    subject: 'Pause the plan over the winter?',
    customer: 362_000_001_010,
    channel: 'email',
    group: 'billing',
    product: 'Care Plan',
    intent: 'cancellation',
    text: 'Our cabin is closed until April. Can the plan be paused, or do I have to cancel?',
    steps: [
      replies(
        'samir',
        '4h',
        'Hello, plans can be cancelled and taken up again; pausing is not possible yet.',
        solved,
      ),
      scores('5h', 2),
    ],
  },
  {
    id: storyTickets.fieldEffort,
    subject: 'Third time about the night alarm',
    customer: 362_000_001_014,
    channel: 'voice',
    group: 'technical',
    intent: 'setup',
    text: 'Call: the alarm goes off at night without a reason, third report.',
    steps: [
      replies(
        'yuki',
        '2h',
        'I have replaced the contact’s battery order with a new contact; it leaves today.',
        solved,
      ),
      writes('7h', fieldIds.customerEffort, 6),
    ],
  },
  {
    id: storyTickets.tagBad,
    subject: 'One sensor short again',
    customer: 362_000_001_018,
    channel: 'email',
    group: 'returns',
    intent: 'delivery',
    text: 'The replacement box has five sensors. The packing list says six.',
    steps: [
      replies('samir', '6h', 'I am sorry, the sixth goes out tomorrow with the morning post.', solved),
      tags('4h', 'csat_2'),
    ],
  },
  {
    id: storyTickets.tagGood,
    subject: 'Street number on the invoice',
    customer: 362_000_001_022,
    channel: 'chat',
    group: 'billing',
    intent: 'invoice',
    text: 'the invoice says 12, we are 12a',
    steps: [
      replies('ines', '5m', 'Changed, a corrected invoice is in your mailbox.', solved),
      tags('2h', 'csat_5'),
    ],
  },
  {
    id: storyTickets.tagEffort,
    subject: 'Charged after the last day',
    customer: 362_000_001_026,
    channel: 'voice',
    group: 'billing',
    intent: 'cancellation',
    text: 'Call: cancelled for the 1st, charged on the 2nd.',
    steps: [
      replies('samir', '1h', 'The charge of the 2nd is refunded, you will see it within three days.', solved),
      tags('3h', 'ces_6'),
    ],
  },
  {
    id: storyTickets.noteScore,
    subject: 'Wrong company name on the invoice',
    customer: 362_000_001_030,
    channel: 'voice',
    group: 'billing',
    intent: 'invoice',
    text: 'Call: the invoice is made out to the previous owner.',
    steps: [
      replies('ines', '3h', 'The invoice now names your company.', solved),
      reports('6h', 2, 'Friendly, but it was the second call for one line of text.'),
    ],
  },
  {
    id: storyTickets.severalSources,
    subject: 'Sensor in the greenhouse drops out',
    customer: 362_000_001_034,
    channel: 'web',
    group: 'technical',
    product: 'Sensor Kit',
    intent: 'setup',
    text: 'The sensor in the greenhouse is offline every afternoon and comes back at night.',
    steps: [
      replies(
        'mia',
        '5h',
        'Hello, it may be the heat: above 50 °C the sensor rests. A shaded place will help.',
        solved,
      ),
      scores('2h', 4),
      tags('1m', 'csat_2'),
      reports('1m', 1, 'It is a greenhouse. There is no shade.'),
      rates('3h', { csat: 3, ces: 4, comment: 'Correct, but not a solution.' }),
    ],
  },
  {
    id: storyTickets.fieldChanged,
    subject: 'Adding a second hub in the barn',
    customer: 362_000_001_038,
    channel: 'voice',
    group: 'technical',
    product: 'Home Hub',
    intent: 'setup',
    text: 'Call: wants a second hub in the barn, 80 m from the house.',
    steps: [
      replies(
        'yuki',
        '4h',
        'A second hub works with its own account name; I have prepared one for you.',
        solved,
      ),
      scores('3h', 2),
      scores('1d', 4),
    ],
  },
  {
    id: storyTickets.fieldEmptied,
    subject: 'Invoice of September never arrived',
    customer: 362_000_001_042,
    channel: 'email',
    group: 'billing',
    intent: 'invoice',
    text: 'We have August and October. September never came.',
    steps: [
      replies('kwame', '7h', 'Here it is, and I have corrected the address it went to.', solved),
      scores('2h', 1),
      scores('20h', null),
    ],
  },
];
