// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CustomerAnswer, Mail, SurveyForm } from '../../../control.ts';
import type { Route } from '../../../host/desk.ts';
import { drawScreens } from './drawScreens.tsx';
import { fakeControl } from './fakeControl.ts';
import { ines } from './fakeDesk.ts';

const route: Route = { page: 'survey', ticketId: 101, accessToken: 'a+b' };
const scale = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

function surveyForm(more: Partial<SurveyForm> = {}): SurveyForm {
  return {
    generation: 'survey',
    ticketId: 101,
    subject: 'Cannot log in',
    agentName: 'Mia Keller',
    questions: [
      { id: 'q1', kind: 'scale', role: 'csat', headline: 'How satisfied are you?', options: scale },
      { id: 'q2', kind: 'scale', role: 'ces', headline: 'How easy was it?', options: scale },
      {
        id: 'q3',
        kind: 'choice',
        role: 'reason',
        headline: 'Why?',
        options: [{ value: 'r1', label: 'It took too long' }],
      },
      { id: 'q4', kind: 'text', role: 'comment', headline: 'Anything else?', options: [] },
    ],
    answers: null,
    expiresAt: '2026-06-28T08:00:00Z',
    closedBecause: null,
    ...more,
  };
}

/** A server with one survey, which takes answers. */
function surveyServer(first: SurveyForm) {
  let form = first;
  return fakeControl(({ method, body }) => {
    if (method === 'POST') form = { ...form, answers: body as CustomerAnswer };
    return { body: form };
  });
}

const pick = (question: RegExp, option: string) =>
  within(screen.getByRole('group', { name: question })).getByRole('radio', { name: new RegExp(option) });

test('a customer answers the survey in numbers, a reason and words', async () => {
  const calls = surveyServer(surveyForm());
  const { person } = drawScreens({ route });
  await screen.findByText('Your request #101: Cannot log in');
  await person.click(pick(/How satisfied/, '2'));
  await person.click(pick(/How easy/, '1'));
  await person.click(pick(/Why/, 'It took too long'));
  await person.type(screen.getByLabelText(/Anything else/), 'Four people asked me the same.');
  await person.click(screen.getByRole('button', { name: 'Send answer' }));
  expect(await screen.findByText('Thank you. Your answer has been sent.')).toBeTruthy();
  expect(calls[0]?.path).toBe('survey?ticket=101&access_token=a%2Bb');
  expect(calls.find(({ method }) => method === 'POST')).toEqual({
    method: 'POST',
    path: 'customer',
    body: {
      ticket: 101,
      csat: 2,
      ces: 1,
      reason: 'r1',
      comment: 'Four people asked me the same.',
      access_token: 'a+b',
    },
  });
});

test('an answer given before is shown, and can be changed', async () => {
  const answers = { ticket: 101, csat: 2, comment: 'Slow', reason: 'It took too long' };
  const calls = surveyServer(surveyForm({ answers }));
  const { person } = drawScreens({ route });
  expect(await screen.findByText('This is your answer so far. You can change it.')).toBeTruthy();
  expect((pick(/How satisfied/, '2') as HTMLInputElement).checked).toBe(true);
  expect((pick(/Why/, 'It took too long') as HTMLInputElement).checked).toBe(true);
  await person.click(pick(/How satisfied/, '4'));
  await person.click(screen.getByRole('button', { name: 'Change answer' }));
  await screen.findByText('Thank you. Your answer has been sent.');
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ csat: 4, comment: 'Slow' });
});

test('a legacy survey sends the word good or bad, and the number of the reason', async () => {
  const options = [
    { value: 'good', label: 'Good, I am satisfied' },
    { value: 'bad', label: 'Bad, I am not satisfied' },
  ];
  const question = { id: 'q', kind: 'choice', role: 'csat', headline: 'Your rating', options } as const;
  const reasons = [{ value: '5', label: 'It took too long' }];
  const why = { id: 'reason', kind: 'choice', role: 'reason', headline: 'Why?', options: reasons } as const;
  const calls = surveyServer(surveyForm({ generation: 'legacy', questions: [question, why] }));
  const { person } = drawScreens({ route });
  await person.click(await screen.findByRole('radio', { name: /Bad/ }));
  await person.click(pick(/Why/, 'It took too long'));
  await person.click(screen.getByRole('button', { name: 'Send answer' }));
  await screen.findByText('Thank you. Your answer has been sent.');
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ csat: 'bad', reason: 5 });
});

test("only a scale shows its numbers: the id of a reason is nobody's business", async () => {
  const reason = { id: 'q3', kind: 'choice', role: 'reason', headline: 'Why?' } as const;
  const options = [{ value: '7811046657105', label: 'It took too long' }];
  surveyServer(surveyForm({ questions: [{ ...reason, options }] }));
  drawScreens({ route });
  const group = await screen.findByRole('group', { name: /Why/ });
  expect(group.textContent).toBe('Why? (optional)It took too long');
});

test('a survey without an answer to its first question is not sent', async () => {
  const calls = surveyServer(surveyForm());
  const { person } = drawScreens({ route });
  await person.click(await screen.findByRole('button', { name: 'Send answer' }));
  expect(screen.getByRole('alert').textContent).toContain('Choose an answer to the first question.');
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
});

test('a survey that is over says why, shows the answer and takes no other', async () => {
  const answers = { ticket: 101, csat: 2 };
  surveyServer(surveyForm({ answers, expiresAt: null, closedBecause: 'The request is closed.' }));
  drawScreens({ route });
  expect(await screen.findByText('This survey can no longer be answered.')).toBeTruthy();
  expect(screen.getByText('The request is closed.', { exact: false })).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: /answer/ })).toBeNull();
});

test('a link with a wrong token says so in a sentence', async () => {
  fakeControl(() => ({ status: 404, body: { error: 'No survey has this token.' } }));
  drawScreens({ route });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('No survey has this token.');
});

test('the mailbox shows the newest mail as text, and its survey is one press away', async () => {
  const mail: Mail = {
    id: 1,
    at: '2026-06-01T06:00:00Z',
    to: ines,
    from: { name: 'Support', email: 'support@example.com' },
    subject: 'How did we do?',
    body: 'Dear <b>Ines</b>',
    ticketId: 101,
    sentBy: 'survey',
    survey: { ticketId: 101, responseId: null, accessToken: 'tok', url: '/hc' },
  };
  const older: Mail = { ...mail, id: 2, subject: 'We received your request', survey: undefined };
  const calls = fakeControl(({ path }) => ({
    body: path.startsWith('outbox') ? [mail, older] : surveyForm(),
  }));
  const { desk, person } = drawScreens({ route: { page: 'mailbox', customer: ines.id } });
  const letter = await screen.findByRole('article', { name: 'How did we do?' });
  expect(within(letter).getByText('Dear <b>Ines</b>')).toBeTruthy();
  expect(calls[0]?.path).toBe('outbox?to=ines.pereira%40example.com');
  await person.click(within(letter).getByRole('link', { name: 'Rate' }));
  expect(desk.open).toHaveBeenCalledWith({ page: 'survey', ticketId: 101, accessToken: 'tok' });
});
