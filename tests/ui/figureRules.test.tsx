/** What an admin decides about figures: hidden agents, the huddle's memory, what a customer is worth. */
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import { createReadyWorkspace, openApp, show } from './render.tsx';

it('are saved with what is wrong said first, and told in the history', async () => {
  const workspace = await createReadyWorkspace();
  const { app } = await openApp(workspace, 'admin');
  await loadMoreWords();
  const { container } = show(app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  const user = userEvent.setup({ pointerEventsCheck: 0, delay: null });
  await user.click(await screen.findByRole('button', { name: 'Figures' }));
  await user.click(await screen.findByLabelText('Hide the figures of single agents'));
  const days = screen.getByLabelText('Days before the same agent is the constructive item again');
  await user.clear(days);
  await user.type(days, '61');
  await user.click(screen.getByLabelText('A field of the organization'));
  await user.type(screen.getByLabelText('Key of the field'), 'yearly revenue');
  await user.tab();
  expect(screen.getByText('Give a whole number of days from 1 to 60.')).toBeTruthy();
  expect(screen.getByText(/A field’s key has letters, digits/)).toBeTruthy();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);

  await user.clear(days);
  await user.type(days, '7');
  const key = screen.getByLabelText('Key of the field');
  await user.clear(key);
  await user.type(key, 'yearly_revenue');
  await user.type(screen.getByLabelText('Unit'), '€ a year');
  await user.click(screen.getByRole('button', { name: 'Save…' }));
  expect(
    await screen.findByText(/What a customer is worth: none → .*organization\.yearly_revenue € a year/),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save these changes' }));
  await waitFor(() => {
    const [installation] = workspace.world.installations.values();
    expect(parseConfiguration(installation?.settings.configuration)).toMatchObject({
      hidesAgents: true,
      huddleDays: 7,
      customerValue: { of: 'organization', fieldKey: 'yearly_revenue', unit: '€ a year' },
    });
  });
});
