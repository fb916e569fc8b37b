// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawScreens } from './drawScreens.tsx';
import { mia, ticket, ticketTab } from './fakeDesk.ts';

test('a reply is typed and submitted with the status chosen from the menu', async () => {
  const { desk, person } = drawScreens();
  await person.type(screen.getByLabelText('Public reply to Ines Pereira'), 'Fixed');
  expect(desk.tab(101)?.draft).toEqual({ text: 'Fixed', type: 'publicReply' });
  await person.click(screen.getByRole('button', { name: 'Submit with another status' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Submit as Solved' }));
  expect(desk.submit).toHaveBeenCalledExactlyOnceWith(101, 'solved');
});

test('walking the status menu with the arrow keys submits nothing until Enter', async () => {
  const { desk, person } = drawScreens();
  screen.getByRole('button', { name: 'Submit with another status' }).focus();
  await person.keyboard('{ArrowDown}{ArrowDown}');
  expect(desk.submit).not.toHaveBeenCalled();
  await person.keyboard('{Enter}');
  expect(desk.submit).toHaveBeenCalledExactlyOnceWith(101, 'pending');
});

test('Ctrl+Enter in the composer submits with the status shown', async () => {
  const { desk, person } = drawScreens({
    tabs: [ticketTab(101, { saved: ticket(101, { status: 'pending' }) })],
  });
  await person.type(
    screen.getByLabelText('Public reply to Ines Pereira'),
    'Hello{Control>}{Enter}{/Control}',
  );
  expect(desk.submit).toHaveBeenCalledExactlyOnceWith(101, 'pending');
});

test('a new ticket is offered as open, for nothing is new once an agent has answered', () => {
  drawScreens({ tabs: [ticketTab(101, { saved: ticket(101, { status: 'new' }) })] });
  expect(screen.getByRole('button', { name: 'Submit as Open' })).toBeTruthy();
});

test('a refused submit says why, and keeps the reply and the edits', async () => {
  const sentence = 'Priority may not be empty.';
  const { person } = drawScreens({ onSubmit: () => ({ problem: sentence }) });
  await person.type(screen.getByLabelText('Public reply to Ines Pereira'), 'Fixed');
  await person.selectOptions(screen.getByLabelText('Priority'), 'High');
  await person.click(screen.getByRole('button', { name: 'Submit as Open' }));
  expect((await screen.findByRole('alert')).textContent).toContain(sentence);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Public reply to Ines Pereira').value).toBe('Fixed');
  expect(screen.getByLabelText<HTMLSelectElement>('Priority').value).toBe('high');
});

test('a light agent writes internal notes only, and leaves status and properties alone', async () => {
  const tabs = [ticketTab(101, { saved: ticket(101, { status: 'new' }) })];
  const { desk, person } = drawScreens({ me: { ...mia, role_type: 1 }, tabs });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Public reply' }).disabled).toBe(true);
  await person.type(screen.getByLabelText('Internal note, seen by agents only'), 'x');
  expect(desk.tab(101)?.draft).toEqual({ text: 'x', type: 'internalNote' });
  expect(screen.queryByRole('button', { name: 'Submit with another status' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Submit note' }));
  expect(desk.submit).toHaveBeenCalledExactlyOnceWith(101, 'new');
  expect(screen.getByLabelText<HTMLSelectElement>('Group').disabled).toBe(true);
});

test('an app that holds the ticket back disables the button and the shortcut', async () => {
  const { desk, person } = drawScreens({ tabs: [ticketTab(101, { isSaveDisabled: true })] });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Submit as Open' }).disabled).toBe(true);
  await person.type(screen.getByLabelText('Public reply to Ines Pereira'), 'x{Control>}{Enter}{/Control}');
  expect(desk.submit).not.toHaveBeenCalled();
});

test('a ticket somebody else updated says who, and reloads on demand', async () => {
  const { desk, person } = drawScreens({ tabs: [ticketTab(101, { updatedBy: 12 })] });
  expect(screen.getByText('Ola Thomsen updated this ticket while it was open here.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Reload' }));
  expect(desk.reloadTab).toHaveBeenCalledExactlyOnceWith(101);
  expect(screen.queryByText('Ola Thomsen updated this ticket while it was open here.')).toBeNull();
});
