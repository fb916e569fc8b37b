/** The sign-in page that was broken for three weeks in October, and came back in November. */
import { notes, pending, rates, replies, says, solved, type Thread } from '../storyPlayer.ts';
import { storyTickets } from '../storyTickets.ts';

export const loginThreads: Thread[] = [
  {
    id: storyTickets.loginPage,
    subject: 'Login page goes round in circles',
    customer: 'oliver',
    channel: 'web',
    group: 'technical',
    product: 'Web Portal',
    intent: 'login_page',
    text: 'I type my password, the page blinks, and I am asked for my password. I have done this eleven times. I counted.',
    steps: [
      replies(
        'grace',
        '35m',
        'Hello Oliver, please clear the cookies for our site and try a private window.',
        pending,
      ),
      says('25m', 'Private window: twelve.'),
      notes('grace', '10m', 'Third one this morning. Opened an incident with the portal team.'),
      replies(
        'grace',
        '2h',
        'You are not alone: the login page has a fault since this morning. Signing in through the mobile app works. I am sorry for the eleven, and the twelfth.',
        solved,
      ),
      rates('2h', {
        csat: 2,
        ces: 1,
        reason: 'My problem was not solved',
        comment: 'The login page is broken and the answer is “use something else”. Grace was fine.',
      }),
    ],
  },
  {
    id: storyTickets.loginAngry,
    subject: 'STILL cannot sign in',
    customer: 'pavel',
    channel: 'email',
    group: 'technical',
    product: 'Web Portal',
    intent: 'login_page',
    text: 'This is my THIRD message about the login page. It still does not work!!! I was told “a few hours” last Tuesday. If this is not fixed by Friday I will take our twelve offices elsewhere.',
    steps: [
      replies(
        'tomas',
        '3h',
        'Hello Pavel, I understand. The portal team is working on it, there is no date yet.',
        pending,
      ),
      says('1d', 'No date is not an answer.'),
      replies(
        'tomas',
        '6h',
        'You are right. What I can do today: twelve one-time links, one per office, valid for a week. They are on their way.',
        solved,
      ),
      rates('1h', {
        csat: 1,
        ces: 1,
        reason: 'My problem was not solved',
        comment: 'Still not fixed. The links help, but nobody should have to beg for them.',
      }),
    ],
  },
  {
    id: storyTickets.loginThanks,
    subject: 'Password page blank on my tablet',
    customer: 'anna',
    channel: 'native_messaging',
    group: 'technical',
    product: 'Web Portal',
    intent: 'login_page',
    text: 'hi! the page where I should type my password is just white on the tablet',
    steps: [
      replies(
        'mia',
        '4m',
        'Hi Anna, that is the login page again, sorry. Could you open the app instead? I can send you a one-time link.',
        pending,
      ),
      says('3m', 'yes please'),
      replies('mia', '2m', 'Sent. It works once, and signs you in for 30 days.'),
      says('6m', 'works! thank you Mia'),
      replies(
        'mia',
        '10m',
        'Glad to hear it. I have added you to the list of people we tell when the page is repaired.',
        solved,
      ),
      rates('1h', { csat: 5, ces: 3, comment: 'Mia had a way around in ten minutes.' }),
    ],
  },
  {
    id: storyTickets.loginBack,
    subject: 'Login page is broken again',
    customer: 'adaeze',
    channel: 'web',
    group: 'technical',
    product: 'Web Portal',
    intent: 'login_page',
    text: 'In October you told me the login page was repaired. This afternoon forty teachers cannot sign in. Same circle as before.',
    steps: [
      replies(
        'grace',
        '30m',
        'Dear Ms Nwosu, I am looking at it with the portal team right now. Could one of your teachers tell me the exact time it last worked?',
        pending,
      ),
      says('1h', 'About 13:10 today.'),
      notes('grace', '12m', 'Matches the 13:00 release. So it is back.', {
        priority: 'high',
        status: 'open',
      }),
    ],
  },
];
