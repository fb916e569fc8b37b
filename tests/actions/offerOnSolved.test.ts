/** Sending the survey on Solved: created, what it replaces switched off on consent, put back; broken off anywhere. */
import { beforeEach, describe, expect, it } from 'vitest';
import { offerOnSolved, putBackSurvey } from '../../src/actions/offerOnSolved.ts';
import { readSurveyDelivery } from '../../src/actions/readSurveyDelivery.ts';
import { setUp } from '../../src/actions/setUp.ts';
import type { App } from '../../src/app.ts';
import { parseConfiguration } from '../../src/care/configuration.ts';
import { Failure } from '../../src/care/failure.ts';
import { onSolvedKey, onSolvedTitle } from '../../src/care/setup/surveyDelivery.ts';
import { anything } from '../../src/zendesk/fields.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { offerRule } from '../emulator/world/automations.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { personas } from '../emulator/world/people.ts';
import { createTestApp } from '../testApp.ts';

const mail = { subject: 'How was it?', body: '{{satisfaction.rating_section}}' };
const stock = { kind: 'automation', id: String(offerRule.id) } as const;

let workspace: Workspace;
let admin: App;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  admin = await createTestApp(workspace, 'admin');
});

const own = () => [...workspace.world.triggers.values()].filter(({ title }) => title === onSolvedTitle);
const isStockOn = () => workspace.world.automations.get(offerRule.id)?.active;
const writes = () => workspace.exchanges().filter(({ method }) => method !== 'GET');
const stored = () => {
  const [installation] = workspace.world.installations.values();
  return parseConfiguration(installation?.settings.configuration);
};
const read = () => readSurveyDelivery(admin, mail);

describe('what sends the survey', () => {
  it('is Zendesk’s automation, a day after solving, with both questions found', async () => {
    const before = workspace.exchanges().length;
    const { kind, csat, ces, others, senders, slow, own: made } = await read();
    expect(kind).toBe('customizable');
    expect([csat?.scale, ces, others.length]).toEqual([5, null, 1]);
    expect(senders.map(({ rule }) => rule.title)).toContain(offerRule.title);
    expect(slow).toMatchObject({ delay: { hours: 24 }, isOnce: true });
    expect(made).toBeNull();
    expect(workspace.exchanges().length - before).toBeLessThanOrEqual(6);
  });

  it('knows the effort question once set-up has chosen it', async () => {
    await setUp(admin, () => {});
    expect((await read()).ces?.headline).toBe('How easy was it to get help?');
  });

  it.each([
    ['legacy', 'legacy'],
    ['none', null],
  ] as const)('says what kind of survey there is: %s', async (csat, kind) => {
    workspace.world.csat = csat;
    expect(await read()).toMatchObject({ kind, csat: null, ces: null });
  });
});

describe('asking on Solved', () => {
  it('creates one trigger and leaves the old rule on unless told otherwise', async () => {
    await offerOnSolved(admin, mail, []);
    expect(own()).toHaveLength(1);
    expect(isStockOn()).toBe(true);
    expect(stored().made).toMatchObject([{ key: onSolvedKey, id: String(own()[0]?.id) }]);
  });

  it('offers the survey the moment a ticket is solved, and not on tickets that are never asked', async () => {
    await offerOnSolved(admin, mail, []);
    const open = [...workspace.world.tickets.values()].filter(
      ({ status, rating }) => status === 'open' && rating.score === 'unoffered',
    );
    const [asked, unasked] = open;
    if (!asked || !unasked) throw new Error('the story has too few open tickets');
    const agent = createTestApp(workspace, 'agent');
    changeTicket(
      workspace.world,
      unasked.id,
      { addTags: ['no_survey'] },
      { authorId: personas.agent, channel: 'api' },
    );
    for (const { id } of [asked, unasked])
      await (await agent).zendesk.http.send(
        'PUT',
        `/api/v2/tickets/${id}.json`,
        { ticket: { status: 'solved' } },
        anything,
      );
    expect(workspace.world.tickets.get(asked.id)?.rating.score).toBe('offered');
    expect(workspace.world.tickets.get(unasked.id)?.rating.score).toBe('unoffered');
  });

  it('switches off what it was told to, and remembers it', async () => {
    await offerOnSolved(admin, mail, [stock]);
    expect(isStockOn()).toBe(false);
    expect(stored().surveyReplaced).toEqual([stock]);
    const { replaced, slow } = await read();
    expect(replaced.map(({ title }) => title)).toEqual([offerRule.title]);
    expect(slow).toBeNull();
  });

  it('never touches a rule that does not send the survey', async () => {
    const [other] = [...workspace.world.automations.values()].filter(({ id }) => id !== offerRule.id);
    await offerOnSolved(admin, mail, [{ kind: 'automation', id: String(other?.id) }]);
    expect(workspace.world.automations.get(Number(other?.id))?.active).toBe(true);
    expect(stored().surveyReplaced).toEqual([]);
  });

  it('pressed again changes nothing', async () => {
    await offerOnSolved(admin, mail, [stock]);
    const before = writes().length;
    await offerOnSolved(admin, mail, [stock]);
    expect(writes().slice(before)).toEqual([]);
  });

  it.each([1, 2, 3])('goes on where it broke off after write %i', async (survived) => {
    const undo = breakAfter(survived - 1);
    await expect(offerOnSolved(admin, mail, [stock])).rejects.toMatchObject({ kind: 'forbidden' });
    undo();
    await offerOnSolved(admin, mail, [stock]);
    expect(own()).toHaveLength(1);
    expect(isStockOn()).toBe(false);
    expect(stored()).toMatchObject({ made: [{ key: onSolvedKey }], surveyReplaced: [stock] });
  });

  it('says so where triggers cannot ask', async () => {
    const { http } = admin.zendesk;
    const get = http.get;
    http.get = (async (...call: Parameters<typeof get>) =>
      call[0].includes('definitions')
        ? { definitions: { conditions_all: [], conditions_any: [], actions: [] } }
        : get(...call)) as typeof get;
    await expect(offerOnSolved(admin, mail, [stock])).rejects.toMatchObject({ kind: 'invalid' });
    expect(writes()).toEqual([]);
  });
});

describe('putting it back', () => {
  it('switches on what was switched off, takes the trigger away and forgets both', async () => {
    await offerOnSolved(admin, mail, [stock]);
    await putBackSurvey(admin, mail);
    expect(own()).toEqual([]);
    expect(isStockOn()).toBe(true);
    expect(stored()).toMatchObject({ made: [], surveyReplaced: [] });
  });

  it.each([1, 2, 3])(
    'goes on where it broke off after write %i, and customers are asked meanwhile',
    async (survived) => {
      await offerOnSolved(admin, mail, [stock]);
      const undo = breakAfter(survived - 1);
      await expect(putBackSurvey(admin, mail)).rejects.toMatchObject({ kind: 'forbidden' });
      expect(own().length > 0 || isStockOn()).toBe(true);
      undo();
      await putBackSurvey(admin, mail);
      expect([own().length, isStockOn(), stored().surveyReplaced]).toEqual([0, true, []]);
    },
  );

  it('passes over a rule somebody deleted', async () => {
    await offerOnSolved(admin, mail, [stock]);
    workspace.world.automations.remove(offerRule.id);
    await putBackSurvey(admin, mail);
    expect(own()).toEqual([]);
    expect(stored().surveyReplaced).toEqual([]);
  });
});

/** Lets so many writes through, refuses the others. Answers the way to stop. */
function breakAfter(writesLeft: number): () => void {
  const { http } = admin.zendesk;
  const send = http.send;
  let left = writesLeft;
  http.send = (async (...call: Parameters<typeof send>) => {
    if (left === 0) throw new Failure('forbidden', { status: 403 });
    left -= 1;
    return send(...call);
  }) as typeof send;
  return () => {
    http.send = send;
  };
}
