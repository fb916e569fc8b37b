/** The section on the survey itself: what it asks, what sends it and when, and sending it on Solved. */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { onSolvedTitle } from '../../src/care/setup/surveyDelivery.ts';
import { loadMoreWords } from '../../src/i18n.ts';
import { SetUp } from '../../src/ui/setup/SetUp.tsx';
import type { Workspace } from '../emulator/inProcess.ts';
import { offerRule } from '../emulator/world/automations.ts';
import { createTestHub } from '../testApp.ts';
import { createReadyWorkspace, openApp, show } from './render.tsx';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createReadyWorkspace();
});

async function openSurvey() {
  const opened = await openApp(workspace, 'admin', createTestHub()());
  await loadMoreWords();
  const shown = show(opened.app, <SetUp isFirst={false} onStart={() => {}} onEnd={() => {}} />);
  await shown.user.click(screen.getByRole('button', { name: 'Survey' }));
  return { ...opened, ...shown };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const sending = () => screen.findByRole('region', { name: 'When it is sent' });
const own = () => [...workspace.world.triggers.values()].filter(({ title }) => title === onSolvedTitle);
const stock = () => workspace.world.automations.get(offerRule.id);

describe('what the survey asks', () => {
  it('is found, with both questions', async () => {
    const { container } = await openSurvey();
    expect(await screen.findByText(/Satisfaction: .*on 1-5/)).toBeTruthy();
    expect(screen.getByText(/Effort \(CES\): .*How easy was it/)).toBeTruthy();
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('comes with the steps where nothing asks for effort', async () => {
    for (const survey of workspace.world.surveys.values())
      workspace.world.surveys.put({
        ...survey,
        questions: survey.questions.filter(({ sub_type }) => sub_type !== 'other'),
      });
    await openSurvey();
    expect(await screen.findByText(/no second scale question/)).toBeTruthy();
    expect(screen.getByText(/Add a question with a rating scale/)).toBeTruthy();
  });

  it('says of good/bad CSAT what it can and what it cannot', async () => {
    workspace.world.csat = 'legacy';
    await openSurvey();
    expect(await screen.findByText(/older survey: good or bad/)).toBeTruthy();
    expect(screen.getByText(/No number is ever made up/)).toBeTruthy();
  });

  it('says where there is no survey which plan has one, and offers nothing to send', async () => {
    workspace.world.csat = 'none';
    await openSurvey();
    expect(await screen.findByText(/needs Suite Growth or Support Professional/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'When it is sent' })).toBeNull();
  });
});

describe('when it is sent', () => {
  it('names the rule that sends it and its delay', async () => {
    await openSurvey();
    const region = await sending();
    expect(
      within(region).getByText(/Request customer satisfaction rating/, { selector: 'strong' }),
    ).toBeTruthy();
    expect(within(region).getByText(/^Automation: 24 hours after a ticket is solved/)).toBeTruthy();
  });

  it('is on Solved after one press; the old rule stays on without a tick', async () => {
    const { user } = await openSurvey();
    await sending();
    await user.click(button('Ask on Solved'));
    expect(await screen.findByText('This app’s trigger: as soon as a ticket is solved.')).toBeTruthy();
    expect(own()).toHaveLength(1);
    expect(stock()?.active).toBe(true);
    expect(screen.getByText('It asks nobody who was asked already.')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'When it is sent' })),
    );
  });

  it('switches the old rule off with consent, and puts it back', async () => {
    const { user } = await openSurvey();
    await sending();
    await user.click(screen.getByRole('checkbox', { name: /Switch off/ }));
    await user.click(button('Ask on Solved'));
    expect(await screen.findByText(/^Switched off for it: .*Request customer satisfaction/)).toBeTruthy();
    expect(stock()?.active).toBe(false);
    await user.click(button('Put it back as it was'));
    expect(await screen.findByRole('button', { name: 'Ask on Solved' })).toBeTruthy();
    expect([own().length, stock()?.active]).toEqual([0, true]);
  });

  it('warns where the old rule would ask a second time', async () => {
    const rule = stock();
    if (!rule) throw new Error('the account lost its automation');
    const all = rule.conditions.all.filter(({ field }) => field !== 'satisfaction_score');
    workspace.world.automations.put({ ...rule, conditions: { ...rule.conditions, all } });
    const { user } = await openSurvey();
    await sending();
    expect(screen.getByText(/customers may be asked twice/)).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /Switch off/ }));
    expect(screen.queryByText(/customers may be asked twice/)).toBeNull();
  });

  it('says what did not work, and goes on with the next press', async () => {
    const { user } = await openSurvey();
    await sending();
    workspace.setFaults([{ method: 'PUT', path: '/api/v2/automations/**', kind: '403' }]);
    await user.click(screen.getByRole('checkbox', { name: /Switch off/ }));
    await user.click(button('Ask on Solved'));
    expect((await screen.findByRole('alert')).textContent).toContain('Not everything was changed');
    workspace.setFaults([]);
    await user.click(await screen.findByRole('checkbox', { name: /Switch off/ }));
    await user.click(button('Switch off what is ticked'));
    await waitFor(() => expect(stock()?.active).toBe(false));
    expect(own()).toHaveLength(1);
  });

  it('can be read again where reading failed', async () => {
    workspace.setFaults([{ path: '/api/v2/automations**', kind: '403' }]);
    const { user } = await openSurvey();
    expect((await screen.findByRole('alert')).textContent).toContain('could not be read');
    workspace.setFaults([]);
    await user.click(button('Try again'));
    expect(await sending()).toBeTruthy();
  });
});
