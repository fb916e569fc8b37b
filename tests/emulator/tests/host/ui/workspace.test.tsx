// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SafeSvg } from '../../../host/ui/SafeSvg.tsx';
import { StartFailed } from '../../../host/ui/StartFailed.tsx';
import { drawScreens } from './drawScreens.tsx';
import { app, ticketTab } from './fakeDesk.ts';

const frames = (location: string) => [
  ...document.querySelectorAll<HTMLIFrameElement>(`iframe[data-app-location="${location}"]`),
];
const shownFrames = (location: string) =>
  frames(location).filter((frame) => !frame.closest('[hidden]') && frame.style.display !== 'none');

test('every open ticket keeps its app frame while only the active one is seen', async () => {
  const { person } = drawScreens({ tabs: [ticketTab(101), ticketTab(102)] });
  const before = frames('ticket_sidebar');
  expect(before.length).toBe(2);
  expect(shownFrames('ticket_sidebar')).toEqual([before[0]]);
  await person.click(
    within(screen.getByRole('list', { name: 'Open tickets' })).getByRole('link', { name: /102/ }),
  );
  expect(frames('ticket_sidebar')).toEqual(before);
  expect(shownFrames('ticket_sidebar')).toEqual([before[1]]);
});

test("an app's page loads at the first visit and stays for the next", async () => {
  const { desk, person } = drawScreens();
  expect(frames('nav_bar')).toEqual([]);
  await person.click(screen.getByRole('link', { name: 'Feedback Loop' }));
  const [frame] = frames('nav_bar');
  expect(shownFrames('nav_bar')).toEqual([frame]);
  await person.click(screen.getByRole('link', { name: 'Home' }));
  expect(desk.route()).toEqual({ page: 'dashboard' });
  expect(frames('nav_bar')).toEqual([frame]);
  expect(shownFrames('nav_bar')).toEqual([]);
});

test('hiding and collapsing the apps tells their frames that nobody sees them', async () => {
  const { person, zaf } = drawScreens();
  const isSeen = () =>
    zaf.setVisible.mock.calls.filter(([guid]) => guid === '701-ticket_sidebar-101').at(-1)?.[1];
  expect(isSeen()).toBe(true);
  await person.click(screen.getByRole('button', { name: 'Collapse Feedback Loop' }));
  expect(isSeen()).toBe(false);
  await person.click(screen.getByRole('button', { name: 'Expand Feedback Loop' }));
  expect(isSeen()).toBe(true);
  await person.click(screen.getByRole('button', { name: 'Hide apps' }));
  expect(isSeen()).toBe(false);
});

test("reloading an app replaces its frame and no other's", async () => {
  const { person } = drawScreens({ tabs: [ticketTab(101), ticketTab(102)] });
  const [first, second] = frames('ticket_sidebar');
  await person.click(screen.getByRole('button', { name: 'Reload Feedback Loop' }));
  expect(frames('ticket_sidebar')[0]).not.toBe(first);
  expect(frames('ticket_sidebar')[1]).toBe(second);
});

test('the width of the apps is set by keyboard and never goes below 280 pixels', async () => {
  const { desk, person } = drawScreens();
  screen.getByRole('separator', { name: 'Width of the apps' }).focus();
  await person.keyboard('{ArrowLeft}');
  expect(desk.trayWidth()).toBe(340);
  await person.keyboard('{Home}{ArrowRight}');
  expect(desk.trayWidth()).toBe(280);
});

test('a tab is closed by its button and by Delete, and tells apart what is not submitted', async () => {
  const draft = { text: 'half a reply', type: 'publicReply' } as const;
  const { desk, person } = drawScreens({ tabs: [ticketTab(101), ticketTab(102, { draft }), ticketTab(103)] });
  const list = within(screen.getByRole('list', { name: 'Open tickets' }));
  expect(list.getByRole('link', { name: /not submitted\s*#102/ })).toBeTruthy();
  await person.click(list.getByRole('button', { name: 'Close ticket #103' }));
  list.getByRole('link', { name: /#102/ }).focus();
  await person.keyboard('{Delete}');
  expect(desk.tabs().map((tab) => tab.id)).toEqual([101]);
  expect(document.activeElement).toBe(list.getByRole('link', { name: /#101/ }));
});

test('the mailbox opens over a workspace whose frames live on unseen', async () => {
  const { person } = drawScreens();
  const before = frames('ticket_sidebar');
  await person.click(screen.getByRole('link', { name: "Customer's mailbox" }));
  expect(screen.getByRole('heading', { name: 'Whose mailbox?' })).toBeTruthy();
  expect(frames('ticket_sidebar')).toEqual(before);
  expect(shownFrames('ticket_sidebar')).toEqual([]);
  await person.click(screen.getByRole('link', { name: 'Back to the workspace' }));
  expect(screen.getByRole('heading', { name: /Good day/ })).toBeTruthy();
});

test("an app's dialog is named after the app and is closed by Escape", async () => {
  const { person, zaf } = drawScreens({}, [{ guid: 'm1', app }]);
  const dialog = screen.getByRole('dialog', { name: 'Feedback Loop' });
  expect(dialog.querySelector('iframe')).toBeTruthy();
  await person.keyboard('{Escape}');
  expect(zaf.closeModal).toHaveBeenCalledWith('m1');
});

test("a top bar app's popover opens and closes by its icon and by a press elsewhere", async () => {
  const { person, zaf } = drawScreens();
  const icon = screen.getByRole('button', { name: 'Feedback Loop' });
  await person.click(icon);
  expect(icon.getAttribute('aria-expanded')).toBe('true');
  await person.click(screen.getByRole('main'));
  expect(zaf.setPopover).toHaveBeenLastCalledWith('701-top_bar-', false);
});

test('nobody signed in: the cast is offered, and a press signs in', async () => {
  const { desk, person } = drawScreens({ me: null });
  await person.click(screen.getByRole('button', { name: 'Ola Thomsen, Admin' }));
  expect(desk.setPersona).toHaveBeenCalledExactlyOnceWith('admin');
  expect(document.querySelector('iframe')).toBeNull();
});

test('a page that cannot start says why in one sentence and tries again on demand', async () => {
  let retries = 0;
  render(<StartFailed reason="The emulator does not answer." onRetry={() => retries++} />);
  expect(screen.getByRole('alert').textContent).toContain('could not start. The emulator does not answer.');
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(retries).toBe(1);
});

test("an app's icon is drawn from harmless shapes alone, in the colour of the text", () => {
  const markup =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="alert(1)"><script>alert(2)</script>' +
    '<foreignObject><b>x</b></foreignObject><path d="M0 0" fill="#f00" onclick="alert(3)"/></svg>';
  const { container } = render(<SafeSvg markup={markup} />);
  expect(container.innerHTML).toBe(
    '<svg viewBox="0 0 8 8" fill="currentColor" width="16" height="16" aria-hidden="true" focusable="false">' +
      '<path d="M0 0" fill="currentColor"></path></svg>',
  );
});

test('the navigation bar shows the symbol or the letters an app chose for its page', () => {
  const markup =
    '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="busy" viewBox="0 0 18 18"><path d="M2 2"/></symbol>' +
    '<symbol id="default" viewBox="0 0 18 18"><path d="M1 1"/></symbol></svg>';
  const { zaf } = drawScreens({ state: { apps: [{ ...app, icons: { nav_bar: markup } }] } });
  const nav = zaf.instances().find(({ location }) => location === 'nav_bar');
  const link = screen.getByRole('link', { name: 'Feedback Loop' });
  const drawn = () => link.querySelector('svg')?.innerHTML;
  expect(drawn()).toContain('M1 1');
  expect(link.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 18 18');
  const show = (icon: { symbol: string | null; chars: string | null }) =>
    act(() => zaf.change(nav?.guid ?? '', { icon }));
  show({ symbol: 'busy', chars: null });
  expect(drawn()).toContain('M2 2');
  show({ symbol: 'busy', chars: '12' });
  expect(link.textContent).toBe('12');
});

test('a link in a notice opens a page of the workspace in place, and the web in a tab of its own', async () => {
  const parts = [
    { text: 'See ', href: null },
    { text: 'the ticket', href: '/agent/tickets/102' },
    { text: ' or ', href: null },
    { text: 'the help', href: 'https://help.example/' },
  ];
  const toast = { id: 1, kind: 'notice', message: 'See the ticket or the help', duration: null } as const;
  const { desk, person } = drawScreens({ toasts: [{ ...toast, parts }] });
  const notice = screen.getByRole('status');
  expect(notice.textContent).toContain('See the ticket or the help');
  const outside = within(notice).getByRole('link', { name: 'the help' });
  expect([outside.getAttribute('target'), outside.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  await person.click(within(notice).getByRole('link', { name: 'the ticket' }));
  expect(desk.open).toHaveBeenLastCalledWith({ page: 'ticket', id: 102 });
});

test('of an icon file with several symbols the one the app chose is drawn, the first until then', () => {
  const markup =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><symbol id="calm"><path d="M1 1"/></symbol>' +
    '<symbol id="busy"><path d="M2 2"/></symbol></svg>';
  const { container, rerender } = render(<SafeSvg markup={markup} />);
  const drawn = () => [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  expect(drawn()).toEqual(['M1 1']);
  rerender(<SafeSvg markup={markup} symbol="busy" />);
  expect(drawn()).toEqual(['M2 2']);
});
