/** Words for the story's everyday tickets: what people ask, answer and say afterwards, by intent. */
import type { Intent, products } from './fields.ts';
import type { GroupKey } from './people.ts';

export interface Template {
  group: GroupKey;
  product: (typeof products)[number];
  subjects: string[];
  openings: string[];
  replies: string[];
  followUps: string[];
  endings: string[];
  praise: string[];
  complaints: string[];
}

export const templates: Record<Intent, Template> = {
  login_page: {
    group: 'technical',
    product: 'Web Portal',
    subjects: [
      'Cannot sign in',
      'Login page keeps reloading',
      'Portal will not let me in',
      'Sign-in loop',
      'Password accepted, then asked again',
      'Login page: blank after the password',
    ],
    openings: [
      'The login page accepts my password and then asks for it again.',
      'I cannot sign in to the portal since this morning. The page just reloads.',
      'Your login page is broken. I tried two browsers and my phone.',
      'After I press “Sign in” nothing happens. No message, nothing.',
      'My whole team is locked out of the portal. Is it us or you?',
    ],
    replies: [
      'This is a known fault of the login page and we are working on it. The mobile app still works in the meantime.',
      'Could you try a private window? If that does not help, I will send you a one-time link.',
      'I have sent you a one-time link that is valid for a week. I am sorry for the detour.',
    ],
    followUps: [
      'The private window does the same.',
      'When will it be repaired?',
      'The link works, but I cannot do this every morning.',
      'I wrote about this last week as well.',
    ],
    endings: [
      'The link is in your inbox, and you are on the list for news about the repair.',
      'I am closing this for now; we will write when the page is repaired.',
      'Signing in through the app works until the page is repaired.',
    ],
    praise: [
      'Quick way around the broken page.',
      'The page is a mess but the agent was great.',
      'One-time link in five minutes, thanks.',
    ],
    complaints: [
      'The login page is still broken.',
      'A workaround is not a solution.',
      'Third time I write about the login page.',
      'Cannot work without the portal, and nobody knows when.',
    ],
  },
  invoice: {
    group: 'billing',
    product: 'Care Plan',
    subjects: [
      'Question about my invoice',
      'Invoice address is wrong',
      'Invoice missing',
      'Charged twice',
      'VAT number on the invoice',
      'Old price on the new invoice',
    ],
    openings: [
      'The last invoice has our old address. Could you send a new one?',
      'I was charged twice this month and I do not see why.',
      'I cannot find the invoice for September in the portal.',
      'The price on the invoice is not the one you told me.',
    ],
    replies: [
      'Thank you, I have found the invoice. A corrected one will be with you today.',
      'Could you tell me the order number?',
      'You are right, the second charge was ours. It goes back to you today.',
    ],
    followUps: [
      'It is in the subject of the mail you sent me.',
      'Thanks, got it.',
      'The new one still shows the old address.',
    ],
    endings: [
      'The corrected invoice is in the portal and in your inbox.',
      'The amount is on its way back, three working days at most.',
    ],
    praise: ['Fast and friendly.', 'Solved with one mail.', 'Clear answer, thank you.'],
    complaints: [
      'Took four days for one line on an invoice.',
      'I had to explain it three times.',
      'The new invoice has the same mistake.',
    ],
  },
  refund: {
    group: 'billing',
    product: 'Home Hub',
    subjects: ['Refund not received', 'Where is my money?', 'Refund to another card', 'Partial refund'],
    openings: [
      'I returned the hub two weeks ago and have not seen the refund.',
      'The refund is 20 euros short.',
      'My card has changed. Can the refund go to the new one?',
    ],
    replies: [
      'The return is booked. The refund leaves us tonight.',
      'The shipping cost was taken off by mistake; I am sending the rest.',
      'Yes, it can. I need the last four digits of the new card.',
    ],
    followUps: ['Tonight was three days ago.', 'It arrived, thank you.', 'The digits are 4411.'],
    endings: ['The money is on its way.', 'It has left our bank this morning.'],
    praise: ['Got my money the next day.', 'Very patient with my questions.'],
    complaints: [
      'Two weeks for my own money.',
      'Nobody could tell me a date.',
      'Passed around between three people.',
    ],
  },
  return: {
    group: 'returns',
    product: 'Home Hub',
    subjects: [
      'Return label',
      'Parcel came back to me',
      'Return refused',
      'How do I return a sensor?',
      'Exchange instead of refund',
    ],
    openings: [
      'I need a return label, the one in the box is torn.',
      'My return came back to me. What now?',
      'I would like to exchange the white one for a black one.',
      'The shop says I cannot return an opened box. Is that so?',
    ],
    replies: [
      'A new label is attached.',
      'The address on the old label was ours from last year. A new one is attached.',
      'An exchange is fine. Please send it back and I will reserve a black one.',
      'After 30 days our policy allows store credit only, I am afraid.',
    ],
    followUps: ['The label has no bar code.', 'Sent today.', 'That is not what the shop said.'],
    endings: ['We have received the parcel, everything is in order.', 'The exchange has left today.'],
    praise: ['Label within minutes.', 'Uncomplicated exchange.'],
    complaints: [
      'Thirty days is not enough.',
      'The returns policy makes no sense.',
      'Two wrong labels in a row.',
    ],
  },
  delivery: {
    group: 'returns',
    product: 'Sensor Kit',
    subjects: [
      'Where is my parcel?',
      'Parcel arrived open',
      'One sensor missing',
      'Delivery to a neighbour',
      'Change of address',
    ],
    openings: [
      'The tracking has not moved for five days.',
      'There were three sensors on the bill and two in the box.',
      'I moved. Can you change the address?',
      'The parcel was open when it arrived.',
    ],
    replies: [
      'I have asked the carrier and will tell you as soon as I know.',
      'The missing one goes out today.',
      'Done, the new address is on the parcel.',
    ],
    followUps: ['Any news?', 'It arrived just now.', 'Still nothing.'],
    endings: [
      'The carrier says it was delivered today.',
      'The replacement has arrived according to the tracking.',
    ],
    praise: ['Replacement the very next day.', 'Kept me informed all the time.'],
    complaints: [
      'Waited nine days for an answer.',
      'I had to ask three times.',
      'Still waiting for the sensor.',
    ],
  },
  setup: {
    group: 'technical',
    product: 'Sensor Kit',
    subjects: [
      'Pairing fails',
      'Sensor offline',
      'How do I add a second hub?',
      'App does not find the hub',
      'Alarm at night without a reason',
    ],
    openings: [
      'The app does not find the hub although both are in the same room.',
      'One sensor goes offline every evening.',
      'I would like to use two hubs in one home. How?',
      'The alarm went off at three in the morning. Nothing was wrong.',
    ],
    replies: [
      'Please hold the side button for ten seconds and try again.',
      'Evenings are when the oven is on, I guess? Steam blocks the signal. Could you move it by a metre?',
      'In the app, under Home, there is “Add hub”. It may take two minutes.',
    ],
    followUps: ['That worked!', 'No change.', 'Moved it, and it is better but not good.'],
    endings: ['I see it online for a whole day now.', 'Good to hear. I am closing this.'],
    praise: ['Knew the answer at once.', 'Patient and clear, even my father could follow.', 'Great help.'],
    complaints: [
      'The manual does not say any of this.',
      'Five tries for one sensor.',
      'Reset it three times for nothing.',
    ],
  },
  cancellation: {
    group: 'billing',
    product: 'Care Plan',
    subjects: [
      'Cancel my Care Plan',
      'Cancellation not confirmed',
      'Pause instead of cancel?',
      'Still charged after cancelling',
    ],
    openings: [
      'Please cancel my plan at the end of the month.',
      'I cancelled last month and was charged again.',
      'Could I pause the plan for three months?',
    ],
    replies: [
      'Your plan ends on the last day of this month.',
      'I am sorry, the cancellation had not been booked. The charge goes back to you.',
      'A pause is possible for up to three months. From when?',
    ],
    followUps: ['From the first, please.', 'Could I have that in writing?', 'Thank you.'],
    endings: ['The confirmation is in your inbox.', 'The plan is paused until spring.'],
    praise: ['No tricks, just cancelled. I may come back.', 'Simple and kind.'],
    complaints: [
      'Cancelling should not take two weeks.',
      'Charged again after I cancelled.',
      'The cancel button is well hidden.',
    ],
  },
};
