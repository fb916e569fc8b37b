/** The rules of a workflow in the emulated account, with no app open anywhere. */
import { beforeEach, describe, expect, it } from 'vitest';
import { compileWorkflow } from '../../src/care/workflows/compileWorkflow.ts';
import { viewPlans } from '../../src/care/workflows/viewPlans.ts';
import type { Workflow } from '../../src/care/workflows/workflow.ts';
import { accountOf, words, workflowOf } from '../care/workflows/workflows.ts';
import { refuseUnfit } from '../emulator/api/automationChecks.ts';
import { readAutomation } from '../emulator/api/automationInput.ts';
import { readTrigger } from '../emulator/api/triggerInput.ts';
import { readView } from '../emulator/api/viewInput.ts';
import type { CsatGeneration } from '../emulator/control.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { createWorld } from '../emulator/world/createWorld.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { answerSurvey } from '../emulator/world/surveys.ts';
import type { World } from '../emulator/world/world.ts';
import { customerId, solvedTicket } from './tickets.ts';

const hour = 3_600_000;

/** Nothing the account had before is in the way. */
function emptyWorld(csat: CsatGeneration): World {
  const made = createWorld({ csat, hasStory: false });
  for (const { id } of [...made.triggers.values()]) made.triggers.remove(id);
  return made;
}

let world: World;
beforeEach(() => {
  world = emptyWorld('survey');
});

/** As an admin's press would: every rule is read by the account's own checks first. */
function switchOn(workflow: Workflow): void {
  const { rules } = compileWorkflow(workflow, accountOf(world), words);
  const stamps = { created_at: 0, updated_at: 0 };
  for (const [position, { kind, title, conditions, actions }] of rules.entries()) {
    const given = JSON.parse(JSON.stringify({ title, conditions, actions }));
    const own = { id: world.nextId(kind), position, ...stamps };
    if (kind === 'trigger') world.triggers.put({ ...own, ...readTrigger(world, given) });
    else {
      const input = readAutomation(world, given);
      refuseUnfit(world, input, null);
      world.automations.put({ ...own, ...input, position, default: false });
    }
  }
}

/** The world's clock to an hour of the 19th of November 2026, a Thursday; Berlin is an hour ahead of UTC. */
const goTo = (day: number, hours: number, minutes = 0) =>
  world.advance(Date.UTC(2026, 10, day, hours - 1, minutes) - world.now());

const byAgent = { authorId: personas.agent, channel: 'web' };
function ticketIn(group: keyof typeof groupIds | null): number {
  const id = Number(solvedTicket(world));
  changeTicket(world, id, { group_id: group && groupIds[group] }, byAgent);
  world.outbox.length = 0;
  return id;
}
const rate = (ticket: number, csat: number, comment?: string) =>
  answerSurvey(world, {
    ticket,
    csat: world.csat === 'legacy' ? (csat > 3 ? 'good' : 'bad') : csat,
    ...(comment !== undefined && { comment }),
  });

const names: Record<string, string> = { noor: 'admin', ola: 'lead', mia: 'agent' };
/** Who was mailed what, and when; times of Berlin. */
const mails = () =>
  world.outbox
    .filter(({ sentBy }) => sentBy.startsWith('Feedback Loop'))
    .map(({ to, subject, at }) => {
      const time = new Date(Date.parse(at) + hour).toISOString().slice(8, 16).replace('T', ' ');
      return `${time} ${names[to.email.split('@')[0] ?? ''] ?? to.email}: ${subject}`;
    });
const tagsOf = (id: number) => world.tickets.get(id)?.tags.filter((tag) => tag.startsWith('fl_')) ?? [];

describe('a bad rating at night', () => {
  it('reaches the lead of the ticket’s group at once, and nobody else', () => {
    switchOn(workflowOf());
    goTo(19, 2, 30);
    const id = ticketIn('technical');
    rate(id, 2);
    expect(mails()).toEqual([`19 02:30 admin: Rescue: ticket ${id}`]);
    expect(tagsOf(id)).toEqual(['fl_resc_sent']);
  });

  it('is told once, whatever happens to the ticket afterwards', () => {
    switchOn(workflowOf());
    const id = ticketIn('billing');
    rate(id, 2);
    changeTicket(
      world,
      id,
      { status: 'open', comment: { body: 'Sorry!', public: true, author_id: personas.agent } },
      byAgent,
    );
    changeTicket(world, id, { status: 'solved' }, byAgent);
    rate(id, 5);
    rate(id, 1);
    goTo(20, 12);
    expect(mails()).toHaveLength(1);
  });

  it('waits for the morning where the workflow keeps business hours', () => {
    switchOn(workflowOf({ hours: 'schedule' }));
    goTo(19, 22, 30);
    const id = ticketIn('technical');
    rate(id, 2);
    expect(tagsOf(id)).toEqual(['fl_resc_wait']);
    goTo(20, 9, 59);
    expect(mails()).toEqual([]);
    goTo(20, 18);
    expect(mails()).toEqual([`20 10:00 admin: Rescue: ticket ${id}`]);
    expect(tagsOf(id)).toEqual(['fl_resc_sent']);
  });

  it('is told at once within those hours', () => {
    switchOn(workflowOf({ hours: 'schedule' }));
    goTo(19, 11, 15);
    const id = ticketIn(null);
    rate(id, 1);
    goTo(20, 18);
    expect(mails()).toEqual([`19 11:15 agent: Rescue: ticket ${id}`]);
  });

  it('is told by whoever leads the group the ticket is in by the morning', () => {
    switchOn(workflowOf({ hours: 'schedule' }));
    goTo(19, 22, 30);
    const id = ticketIn('technical');
    rate(id, 2);
    changeTicket(world, id, { group_id: groupIds.billing }, byAgent);
    goTo(20, 18);
    expect(mails()).toEqual([`20 10:00 lead: Rescue: ticket ${id}`]);
  });
});

describe('what is none of its business', () => {
  it('stays quiet: good ratings, other updates, machines’ clicks', () => {
    switchOn(workflowOf({ when: { suspects: 'leave_out' } }));
    const [praised, clicked, told] = [ticketIn('vip'), ticketIn('vip'), ticketIn('vip')];
    rate(praised, 5, 'Lovely');
    rate(clicked, 1);
    rate(told, 1, 'Never again');
    expect(mails().map((mail) => mail.split(' ').at(-1))).toEqual([String(told)]);
  });

  it('leaves ratings of before it was switched on in peace', () => {
    const id = ticketIn('billing');
    rate(id, 1);
    switchOn(workflowOf());
    changeTicket(world, id, { addTags: ['later'] }, byAgent);
    expect(mails()).toEqual([]);
  });
});

it('a storm of 200 bad ratings is 200 mails with no app open', () => {
  switchOn(workflowOf());
  const ids = Array.from({ length: 200 }, () => ticketIn('returns'));
  for (const id of ids) rate(id, 1);
  expect(new Set(mails()).size).toBe(200);
  expect(mails()).toHaveLength(200);
});

it('with a budget and no app open everything comes within two hours', () => {
  switchOn(workflowOf({ budget: 2 }));
  goTo(19, 11, 15);
  const ids = [ticketIn('billing'), ticketIn('billing'), ticketIn('billing')];
  for (const id of ids) rate(id, 1);
  expect(mails()).toEqual([]);
  goTo(19, 13, 15);
  expect(mails()).toEqual(ids.map((id) => `19 13:00 lead: Rescue: ticket ${id}`));
  goTo(20, 12);
  expect(mails()).toHaveLength(3);
});

it('good and bad are enough where ratings have no number', () => {
  world = emptyWorld('legacy');
  switchOn(workflowOf());
  const [id, praised] = [ticketIn('technical'), ticketIn('technical')];
  rate(praised, 5);
  rate(id, 1);
  expect(mails().map((mail) => mail.slice(9))).toEqual([`admin: Rescue: ticket ${id}`]);
});

describe('what an open app hands over', () => {
  it('is mailed at once, and once', () => {
    switchOn(workflowOf({ when: { isEager: false } }));
    const id = ticketIn('billing');
    rate(id, 2);
    expect(mails()).toEqual([]);
    changeTicket(world, id, { addTags: ['fl_resc_due'] }, byAgent);
    changeTicket(world, id, { addTags: ['fl_resc_due'] }, byAgent);
    expect(mails()).toHaveLength(1);
    expect(tagsOf(id)).toContain('fl_resc_sent');
  });

  it('is mailed as a digest where it wrote one', () => {
    switchOn(workflowOf({ budget: 1 }));
    const id = ticketIn('technical');
    world.outbox.length = 0;
    const text = '#11 due tomorrow\n#12 due tomorrow';
    changeTicket(world, id, { custom_fields: { 360012000101: text }, addTags: ['fl_resc_digest'] }, byAgent);
    changeTicket(world, id, { addTags: ['later'] }, byAgent);
    expect(mails().map((mail) => mail.slice(9))).toEqual(['admin: Rescue: more than today’s share']);
    expect(world.outbox.at(-1)?.body).toBe(`These wait:\n\n${text}`);
    expect(tagsOf(id)).toEqual([]);
  });
});

describe('a reminder', () => {
  const isNew = { addTags: ['fl_status_new'] };

  it('comes once, after so many hours in which nothing happened', () => {
    switchOn(workflowOf({ remindAfter: 3 }));
    goTo(19, 11, 15);
    const id = ticketIn('technical');
    rate(id, 2);
    changeTicket(world, id, isNew, byAgent);
    goTo(20, 18);
    expect(mails()).toEqual([`19 11:15 admin: Rescue: ticket ${id}`, `19 15:00 admin: Nobody began: ${id}`]);
  });

  it('does not come once somebody began', () => {
    switchOn(workflowOf({ remindAfter: 3 }));
    const id = ticketIn('technical');
    rate(id, 2);
    changeTicket(world, id, isNew, byAgent);
    changeTicket(world, id, { removeTags: ['fl_status_new'], addTags: ['fl_status_in_progress'] }, byAgent);
    goTo(20, 18);
    expect(mails()).toHaveLength(1);
  });
});

it('a customer’s phrase is told, an agent’s is not', () => {
  switchOn(workflowOf({ kind: 'recognition', when: { csatBelow: null, phrases: ['cancel', 'a manager'] } }));
  const id = ticketIn('billing');
  const say = (authorId: number, body: string) =>
    changeTicket(
      world,
      id,
      { comment: { body, public: true, author_id: authorId } },
      { authorId, channel: 'web' },
    );
  say(personas.agent, 'Shall I cancel it?');
  say(customerId, 'Let me think.');
  expect(mails()).toEqual([]);
  say(customerId, 'Get me A Manager.');
  say(customerId, 'I CANCEL.');
  expect(mails()).toHaveLength(1);
});

it('two workflows alert of the same rating, each once', () => {
  switchOn(workflowOf());
  switchOn(
    workflowOf({ id: 'vips', name: 'VIP', to: { isLeads: false, userIds: [String(personas.admin)] } }),
  );
  const id = ticketIn('billing');
  rate(id, 1);
  expect(mails().map((mail) => mail.slice(9))).toEqual([
    `lead: Rescue: ticket ${id}`,
    `admin: VIP: ticket ${id}`,
  ]);
});

it('the shared views are ones Zendesk takes', () => {
  for (const { title, conditions } of viewPlans) readView(world, { title, ...conditions });
});
