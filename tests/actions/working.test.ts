import { beforeEach, describe, expect, it } from 'vitest';
import { assignCase } from '../../src/actions/assignCase.ts';
import { declineStep } from '../../src/actions/declineStep.ts';
import { endEscalation } from '../../src/actions/endEscalation.ts';
import { type Escalation, escalateCase } from '../../src/actions/escalateCase.ts';
import { findColleagues, findGroups } from '../../src/actions/findColleagues.ts';
import { logContact } from '../../src/actions/logContact.ts';
import { moveCase } from '../../src/actions/moveCase.ts';
import type { Subject } from '../../src/actions/publish.ts';
import { readConversation } from '../../src/actions/readConversation.ts';
import { readCustomer } from '../../src/actions/readCustomer.ts';
import { readTicketFeedback } from '../../src/actions/readTicketFeedback.ts';
import { recordSighting } from '../../src/actions/recordSighting.ts';
import { setUp } from '../../src/actions/setUp.ts';
import { takeCase } from '../../src/actions/takeCase.ts';
import type { App } from '../../src/app.ts';
import { Failure } from '../../src/care/failure.ts';
import type { Feedback } from '../../src/care/feedback.ts';
import { readTicket } from '../../src/zendesk/tickets.ts';
import { createWorkspace, type Workspace } from '../emulator/inProcess.ts';
import { changeTicket } from '../emulator/world/changeTicket.ts';
import { groupIds, personas } from '../emulator/world/people.ts';
import { createTestApp, whenIdle } from '../testApp.ts';
import { customerId, solvedTicket } from './tickets.ts';

let workspace: Workspace;
let lead: App;
let agent: App;
beforeEach(async () => {
  workspace = createWorkspace({ apps: [{ appId: 7, installationId: 70, settings: {} }] });
  workspace.world.unknowns.indexLagSeconds = 0;
  const admin = await createTestApp(workspace, 'admin');
  await setUp(admin, () => {});
  [lead, agent] = [await createTestApp(workspace, 'lead'), await createTestApp(workspace, 'agent')];
});

interface Opened {
  ticket: string;
  known: Feedback;
  subject: Subject;
}

/** A badly rated ticket and its case, as an admin's sidebar recorded it. */
async function openedCase(csat = 1): Promise<Opened> {
  const ticket = solvedTicket(workspace.world, { csat });
  const admin = await createTestApp(workspace, 'admin');
  const known = await recordSighting(admin, await readTicketFeedback(admin, ticket));
  await whenIdle(workspace);
  return { ticket, known, subject: { ticketId: ticket, requesterId: String(customerId) } };
}

const id = (persona: keyof typeof personas) => String(personas[persona]);
const factsIn = () =>
  workspace.exchanges().filter(({ method, url }) => method === 'POST' && url.includes('fl_event/records'))
    .length;

describe('handing a case on', () => {
  it('gives it to a colleague with a reason, and back to nobody', async () => {
    const { known, subject } = await openedCase();
    const given = await assignCase(lead, known, subject, { ownerId: id('agent'), reason: 'Knows her' }, 'a1');
    expect(given.feedback.case?.ownerId).toBe(id('agent'));
    const back = await assignCase(lead, given.feedback, subject, { ownerId: null, reason: null }, 'a2');
    expect(back.feedback.case?.ownerId).toBeNull();
  });

  it('tells the slower of two who has it now, and writes nothing of theirs', async () => {
    const { known, subject } = await openedCase();
    await takeCase(agent, known, subject, 'mia');
    const late = await assignCase(lead, known, subject, { ownerId: id('admin'), reason: null }, 'ola');
    expect(late.isWritten).toBe(false);
    expect(late.feedback.case?.ownerId).toBe(id('agent'));
    expect(late.met.map(({ byId }) => byId)).toEqual([id('agent')]);
  });

  it('wants a reason where an admin said so, but never for taking', async () => {
    const { known, subject } = await openedCase();
    const strict: App = { ...lead, configuration: { ...lead.configuration, requiredNotes: ['assign'] } };
    const silent = assignCase(strict, known, subject, { ownerId: id('agent'), reason: ' ' }, 'a1');
    await expect(silent).rejects.toMatchObject({ kind: 'invalid' });
    expect((await takeCase(strict, known, subject, 'a2')).isWritten).toBe(true);
  });
});

describe('logging a contact', () => {
  it('begins the case, makes it theirs and stops the clock, in one record', async () => {
    const { known, subject } = await openedCase();
    const before = factsIn();
    const contact = { channel: 'call' as const, result: 'no_answer' as const, note: ' Rang twice ' };
    const { feedback } = await logContact(lead, known, subject, contact, 'c1');
    expect(factsIn() - before).toBe(1);
    expect(feedback.rev).toBe(known.rev + 1);
    expect(feedback.case).toMatchObject({
      status: 'in_progress',
      ownerId: id('lead'),
      contacts: 1,
      contactedAt: null,
      lastContact: { channel: 'call', result: 'no_answer' },
    });
    expect(feedback.case?.firstActionAt).not.toBeNull();
  });

  it('leaves a colleague’s case theirs, and counts beside what they wrote meanwhile', async () => {
    const { known, subject } = await openedCase();
    await takeCase(agent, known, subject, 'mia');
    const contact = { channel: 'mail' as const, result: 'reached' as const, note: null };
    const { feedback, isWritten } = await logContact(lead, known, subject, contact, 'c1');
    expect(isWritten).toBe(true);
    expect(feedback.case).toMatchObject({ ownerId: id('agent'), status: 'in_progress', contacts: 1 });
  });

  it('moves nothing once the case is closed', async () => {
    const { known, subject } = await openedCase();
    const end = { to: 'closed' as const, outcome: 'no_contact', note: 'Gone' };
    const closed = await moveCase(lead, known, subject, end, 'm1');
    const contact = { channel: 'chat' as const, result: 'reached' as const, note: null };
    const { feedback } = await logContact(lead, closed.feedback, subject, contact, 'c1');
    expect(feedback.case).toMatchObject({ status: 'closed', ownerId: null, contacts: 1 });
  });

  it('wants a note where an admin said so', async () => {
    const { known, subject } = await openedCase();
    const strict: App = { ...lead, configuration: { ...lead.configuration, requiredNotes: ['contact'] } };
    const contact = { channel: 'call' as const, result: 'refused' as const, note: null };
    await expect(logContact(strict, known, subject, contact, 'c1')).rejects.toBeInstanceOf(Failure);
  });
});

const asking = (change: Partial<Escalation> = {}): Escalation => ({
  target: { kind: 'person', id: id('admin'), name: 'Noor Haddad' },
  reason: 'Refund above my limit',
  isTold: true,
  ...change,
});
const talks = () => [...workspace.world.sideConversations.values()];
const commentsOf = (ticket: string) => workspace.world.tickets.get(Number(ticket))?.comments ?? [];

describe('escalating', () => {
  it('begins a side conversation and keeps its id with the flag', async () => {
    const { known, subject } = await openedCase();
    const { feedback, told } = await escalateCase(lead, known, subject, asking(), 'e1');
    const [talk] = talks();
    expect(told).toBe('side_conversation');
    expect(talk).toMatchObject({
      ticket_id: Number(subject.ticketId),
      messages: [{ body: 'Refund above my limit', to: [{ user_id: personas.admin }] }],
    });
    expect(feedback.case).toMatchObject({
      ownerId: null,
      timesEscalated: 1,
      escalation: { kind: 'side_conversation', to: talk?.id, reason: 'Refund above my limit' },
    });
    const ended = await endEscalation(lead, feedback, subject, null, 'e2');
    expect(ended.feedback.case?.escalation).toBeNull();
  });

  it('writes once, also where the answer was lost and the whole was tried again', async () => {
    const { known, subject } = await openedCase();
    const { http } = lead.zendesk;
    const send: typeof http.send = async (...given) => {
      const answer = await http.send(...given);
      if (given[1].endsWith('/side_conversations')) throw new Failure('unavailable');
      return answer;
    };
    const deaf: App = { ...lead, zendesk: { ...lead.zendesk, http: { ...http, send } } };
    await expect(escalateCase(deaf, known, subject, asking(), 'e1')).rejects.toBeInstanceOf(Failure);
    const { feedback } = await escalateCase(lead, known, subject, asking(), 'e1');
    expect(talks()).toHaveLength(1);
    expect(feedback.case?.escalation?.to).toBe(talks()[0]?.id);
  });

  it.each([403, 404] as const)(
    'writes an internal note, once, where side conversations answer %s',
    async (status) => {
      const { ticket, known, subject } = await openedCase();
      workspace.world.plan = 'suite_growth';
      workspace.world.unknowns.noSideConversationsStatus = status;
      const before = commentsOf(ticket).length;
      const { feedback, told } = await escalateCase(lead, known, subject, asking(), 'e1');
      await escalateCase(lead, known, subject, asking(), 'e1');
      expect(told).toBe('note');
      expect(commentsOf(ticket)).toHaveLength(before + 1);
      expect(commentsOf(ticket).at(-1)).toMatchObject({
        public: false,
        body: 'Escalated to Noor Haddad: Refund above my limit',
      });
      expect(feedback.case?.escalation).toMatchObject({ kind: 'note', to: id('admin') });
    },
  );

  it.each(['suite_professional', 'suite_growth'] as const)(
    'sets the flag alone on a closed ticket (%s)',
    async (plan) => {
      const { ticket, known, subject } = await openedCase();
      changeTicket(
        workspace.world,
        Number(ticket),
        { status: 'closed' },
        { authorId: personas.admin, channel: 'web' },
      );
      workspace.world.plan = plan;
      const { feedback, told } = await escalateCase(lead, known, subject, asking(), 'e1');
      expect(told).toBe('closed');
      expect(feedback.case?.escalation).toMatchObject({ kind: 'person', to: id('admin') });
    },
  );

  it('flags a group without writing anywhere', async () => {
    const { ticket, known, subject } = await openedCase();
    const before = commentsOf(ticket).length;
    const target = { kind: 'group' as const, id: String(groupIds.billing), name: 'Billing' };
    const { feedback, told } = await escalateCase(
      lead,
      known,
      subject,
      asking({ target, isTold: false }),
      'e1',
    );
    expect([told, talks().length, commentsOf(ticket).length]).toEqual(['flag', 0, before]);
    expect(feedback.case?.escalation).toMatchObject({ kind: 'group', to: String(groupIds.billing) });
  });

  it('asks nobody for help with a case that somebody closed', async () => {
    const { known, subject } = await openedCase();
    const end = { to: 'closed' as const, outcome: 'no_contact', note: 'Gone' };
    const closed = await moveCase(agent, known, subject, end, 'm1');
    const { isWritten } = await escalateCase(lead, closed.feedback, subject, asking(), 'e1');
    expect([isWritten, talks().length]).toEqual([false, 0]);
  });
});

describe('declining a step', () => {
  it('is kept with the case, once', async () => {
    const { known, subject } = await openedCase();
    const first = await declineStep(lead, known, subject, 'take', 'd1');
    const second = await declineStep(agent, first.feedback, subject, 'take', 'd2');
    expect(first.feedback.case?.declined).toEqual(['take']);
    expect(second.isWritten).toBe(false);
  });
});

describe('what is read when a case is opened', () => {
  it('is the conversation in one call, customers told from colleagues', async () => {
    const { ticket } = await openedCase();
    const { ticket: read } = await readTicket(lead.zendesk.http, ticket);
    const by = (authorId: number, at: number) => ({ authorId, channel: 'web', at });
    const { world } = workspace;
    const say = (body: string, authorId: number, isPublic: boolean) =>
      changeTicket(world, Number(ticket), { comment: { body, public: isPublic } }, by(authorId, world.now()));
    say('We look into it.', personas.agent, true);
    say('She sounds cross.', personas.lead, false);
    say('Still waiting!\n> We look into it.', customerId, true);
    const before = workspace.exchanges().length;
    const found = await readConversation(lead, ticket, read);
    expect(workspace.exchanges().length - before).toBe(1);
    expect(found).toMatchObject({
      first: { text: 'It has not arrived.' },
      last: { text: 'Still waiting!' },
      reply: { text: 'We look into it.', authorId: id('agent') },
      messages: 3,
      notes: 1,
      agents: 2,
      isWaiting: true,
      isWhole: true,
    });
    expect(found.names[id('agent')]).toBe('Mia Keller');
  });

  it('is the beginning and the end of a very long conversation, in two calls', async () => {
    const { ticket } = await openedCase();
    const { ticket: read } = await readTicket(lead.zendesk.http, ticket);
    const { world } = workspace;
    for (let count = 0; count < 210; count += 1)
      changeTicket(
        world,
        Number(ticket),
        { comment: { body: `Line ${count}`, public: true } },
        { authorId: customerId, channel: 'web', at: world.now() },
      );
    const before = workspace.exchanges().length;
    const found = await readConversation(lead, ticket, read);
    expect(workspace.exchanges().length - before).toBe(2);
    expect(found).toMatchObject({
      first: { text: 'It has not arrived.' },
      last: { text: 'Line 209' },
      isWhole: false,
    });
  });

  it('is what else the customer said, in one call, with the repeat', async () => {
    const first = await openedCase(2);
    const { known } = await openedCase(1);
    const before = workspace.exchanges().length;
    const history = await readCustomer(lead, known, String(customerId));
    expect(workspace.exchanges().length - before).toBe(1);
    expect(history.others.map(({ key }) => key)).toEqual([first.known.key]);
    expect(history).toMatchObject({ bad: 1, repeat: { count: 2, days: 1 }, isMore: false });
  });
});

describe('finding colleagues', () => {
  it('finds agents and admins by the beginning of a name, never customers or oneself', async () => {
    expect((await findColleagues(lead, 'mi')).map(({ name }) => name)).toContain('Mia Keller');
    const found = await findColleagues(lead, 'Ines');
    expect(found.map(({ name }) => name)).not.toContain('Ines Prado');
    expect(await findColleagues(lead, 'Ola Th')).toEqual([]);
    const before = workspace.exchanges().length;
    expect(await findColleagues(lead, ' m ')).toEqual([]);
    expect(workspace.exchanges().length).toBe(before);
  });

  it('names the groups in order', async () => {
    expect((await findGroups(lead)).map(({ name }) => name)).toEqual([
      'Billing',
      'Returns',
      'Technical',
      'VIP Care',
    ]);
  });
});
