// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawScreens } from './drawScreens.tsx';
import { ticket } from './fakeDesk.ts';

const queryOf = (path: string) => new URL(path, 'http://localhost').searchParams;

test('the list asks Zendesk search for what is typed and chosen, and a press opens the ticket', async () => {
  const asked: string[] = [];
  const { desk, person } = drawScreens({
    route: { page: 'views' },
    answers: (path) => {
      asked.push(path);
      return { results: [ticket(107)], count: 60 };
    },
  });
  await person.type(await screen.findByRole('searchbox', { name: 'Search' }), 'login{Enter}');
  await person.selectOptions(screen.getByLabelText('Satisfaction'), 'Bad');
  await person.click(await screen.findByRole('button', { name: 'Next' }));
  const last = queryOf(asked.at(-1) ?? '');
  expect(last.get('query')).toBe('type:ticket satisfaction:bad login');
  expect(last.get('page')).toBe('2');
  expect(screen.getByText('Page 2 of 3')).toBeTruthy();
  await person.click(await screen.findByRole('link', { name: /Cannot log in since Monday \(107\)/ }));
  expect(desk.open).toHaveBeenCalledExactlyOnceWith({ page: 'ticket', id: 107 });
});

test('a search that fails says so and is asked again on demand, never shown as an empty list', async () => {
  let isDown = true;
  const { person } = drawScreens({
    route: { page: 'views' },
    answers: () => (isDown ? undefined : { results: [ticket(107)], count: 1 }),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('answered with status 404');
  expect(screen.queryByText('No ticket matches.', { exact: false })).toBeNull();
  isDown = false;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1 ticket')).toBeTruthy();
});

test('a list that was good is taken away when the next search fails, for it answers another question', async () => {
  let isDown = false;
  const { desk, person } = drawScreens({ route: { page: 'views' } });
  desk.api.mockImplementation(async () => {
    if (isDown) throw new TypeError('Failed to fetch');
    return Response.json({ results: [ticket(107)], count: 1 });
  });
  await person.selectOptions(await screen.findByLabelText('Satisfaction'), 'Good');
  expect(await screen.findByRole('table')).toBeTruthy();
  isDown = true;
  await person.selectOptions(screen.getByLabelText('Satisfaction'), 'Bad');
  expect((await screen.findByRole('alert')).textContent).toContain('the connection broke');
  expect(screen.queryByRole('table')).toBeNull();
});

test('the dashboard greets the person, tells the time of the world and links each step of the tour', async () => {
  drawScreens({ route: { page: 'dashboard' }, answers: () => ({ results: [], count: 0 }) });
  expect(screen.getByRole('heading', { name: 'Good day, Mia Keller' })).toBeTruthy();
  expect(screen.getByText('In this workspace it is 1 Jun 2026, 09:12.')).toBeTruthy();
  const tour = within(screen.getByRole('region', { name: 'A way in' }));
  expect(tour.getByRole('link', { name: /See the score/ }).getAttribute('href')).toBe(
    '/agent/tickets/101?persona=agent',
  );
  expect(await screen.findAllByText('No ticket here.')).toHaveLength(3);
});
