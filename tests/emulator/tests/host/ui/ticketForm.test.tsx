// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawScreens } from './drawScreens.tsx';
import { comment, ines, mia, ticket, ticketTab } from './fakeDesk.ts';

const properties = () => within(screen.getByRole('region', { name: 'Properties' }));

test('each property the agent changes becomes an edit of the ticket in the words of the API', async () => {
  const { desk, person } = drawScreens();
  await person.selectOptions(properties().getByLabelText('Group'), 'Billing');
  await person.selectOptions(properties().getByLabelText('Assignee'), 'Ola Thomsen');
  await person.selectOptions(properties().getByLabelText('Priority'), 'Urgent');
  await person.selectOptions(properties().getByLabelText('Type'), '–');
  expect(desk.tab(101)?.edits).toEqual({ group_id: 22, assignee_id: 12, priority: 'urgent', type: null });
});

test('custom fields are edited with the value their type has in the API', async () => {
  const { desk, person } = drawScreens();
  await person.selectOptions(properties().getByLabelText('Channel of contact'), 'WEB');
  await person.type(properties().getByLabelText('Order number'), '42');
  await person.click(properties().getByLabelText('Refund promised'));
  await person.click(properties().getByLabelText('BLUE'));
  expect(desk.tab(101)?.edits.custom_fields).toEqual({
    501: 'web',
    502: 42,
    503: false,
    504: ['red', 'blue'],
  });
});

test('tags are typed in, made lower case, and taken away one by one', async () => {
  const { desk, person } = drawScreens();
  await person.type(properties().getByRole('textbox', { name: 'Tags' }), 'Refund{Enter}');
  await person.click(properties().getByRole('button', { name: 'Remove tag vip' }));
  expect(desk.tab(101)?.edits.tags).toEqual(['login', 'refund']);
});

test('a field an app has hidden is gone, one it has disabled cannot be changed, a hidden option is not offered', () => {
  const state = { isVisible: true, isEnabled: true, hiddenOptions: [] };
  const fieldStates = {
    priority: { ...state, isVisible: false },
    type: { ...state, isEnabled: false },
    custom_field_501: { ...state, hiddenOptions: ['web'] },
  };
  drawScreens({ tabs: [ticketTab(101, { fieldStates })] });
  expect(properties().queryByLabelText('Priority')).toBeNull();
  expect(properties().getByLabelText<HTMLSelectElement>('Type').disabled).toBe(true);
  const channel = within(properties().getByLabelText('Channel of contact'));
  expect(channel.getAllByRole('option').map((option) => option.textContent)).toEqual(['–', 'PHONE']);
});

test('a closed ticket says so, takes no edit and has nothing to write in', () => {
  drawScreens({ tabs: [ticketTab(101, { saved: ticket(101, { status: 'closed' }) })] });
  expect(screen.getAllByText('This ticket is closed. It can be read but no longer changed.').length).toBe(2);
  expect(properties().getByLabelText<HTMLSelectElement>('Group').disabled).toBe(true);
  expect(screen.queryByRole('region', { name: 'Write' })).toBeNull();
});

test('markup in what a customer wrote is shown as text and makes no element', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  drawScreens({ tabs: [ticketTab(101, { comments: [comment(1, ines, hostile)] })] });
  const conversation = screen.getByRole('region', { name: 'Conversation' });
  expect(within(conversation).getByText(hostile)).toBeTruthy();
  expect(conversation.querySelector('img, script')).toBeNull();
});

test('an internal note is told apart from a reply by its word, not by colour alone', () => {
  drawScreens({ tabs: [ticketTab(101, { comments: [comment(1, mia, 'hidden from her', false)] })] });
  const item = screen.getByText('hidden from her').closest('li');
  expect(item?.textContent).toContain('Internal note');
});
