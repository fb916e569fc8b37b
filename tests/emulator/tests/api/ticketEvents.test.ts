import { describe, expect, it } from 'vitest';
import { fieldIds } from '../../world/fields.ts';
import { personas } from '../../world/people.ts';
import { at, column, customer, openDesk } from './desk.ts';

type Child = Record<string, unknown>;
const second = 1000;

async function updatesOf(desk: ReturnType<typeof openDesk>, more = '') {
  const reply = await desk.call('admin', 'GET', `/incremental/ticket_events?start_time=1${more}`);
  return at(reply, 'ticket_events') as (Record<string, unknown> & { child_events: Child[] })[];
}

describe('ticket events', () => {
  it('name the attribute by its key, with the value it had before', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('agent', 'PUT', `/tickets/${id}`, {
      ticket: {
        status: 'solved',
        assignee_id: personas.agent,
        comment: { body: 'Lamp sent.', public: true },
      },
    });
    const [opening, solving] = await updatesOf(desk);
    expect(opening?.child_events).toContainEqual(
      expect.objectContaining({ status: 'new', event_type: 'Create' }),
    );
    expect(solving).toMatchObject({ ticket_id: id, updater_id: personas.agent, event_type: 'Audit' });
    const changes = solving?.child_events ?? [];
    expect(changes).toContainEqual(
      expect.objectContaining({ status: 'solved', previous_value: 'new', event_type: 'Change' }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ assignee_id: personas.agent, previous_value: null, event_type: 'Change' }),
    );
    expect(changes.some((child) => 'field_name' in child || 'type' in child)).toBe(false);
  });

  it('tell custom fields by number and tags by what came and went', async () => {
    const desk = openDesk();
    const { id } = desk.ticket({ tags: ['old'] });
    const custom_fields = [{ id: fieldIds.surveyScore, value: 2 }];
    await desk.call('agent', 'PUT', `/tickets/${id}`, { ticket: { custom_fields, tags: ['csat_2'] } });
    const changes = (await updatesOf(desk))[1]?.child_events ?? [];
    expect(changes).toContainEqual(
      expect.objectContaining({
        custom_ticket_fields: { [fieldIds.surveyScore]: '2' },
        previous_value: null,
      }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ tags: ['csat_2'], added_tags: ['csat_2'], removed_tags: ['old'] }),
    );
  });

  it('say that there is a comment and whether it is public, and no word of it unless asked', async () => {
    const desk = openDesk();
    const { id } = desk.ticket();
    await desk.call('agent', 'PUT', `/tickets/${id}`, {
      ticket: { comment: { body: 'Lamp?', public: false } },
    });
    const isComment = (child: Child) => child.event_type === 'Comment';
    const bare = (await updatesOf(desk)).map(({ child_events }) => child_events.find(isComment));
    expect(bare).toMatchObject([
      { comment_present: true, comment_public: true },
      { comment_present: true, comment_public: false },
    ]);
    expect(JSON.stringify(bare)).not.toContain('Lamp?');
    const whole = (await updatesOf(desk, '&include=comment_events')).map(({ child_events }) =>
      child_events.find(isComment),
    );
    expect(whole).toMatchObject([
      { author_id: customer.id, public: true },
      { author_id: personas.agent, body: 'Lamp?', public: false, type: 'Comment' },
    ]);
  });

  it('come to an end also where more happened in one second than a page holds', async () => {
    const desk = openDesk();
    const ids = Array.from({ length: 7 }, () => desk.ticket().id);
    const late = desk.ticket({}).id;
    desk.world.tickets.get(late)?.audits.forEach((audit) => {
      audit.created_at += 5 * second;
    });
    const seen: unknown[] = [];
    let path: string | null = '/incremental/ticket_events?start_time=1&per_page=2';
    for (let pages = 0; path; pages += 1) {
      expect(pages).toBeLessThan(10);
      const reply = await desk.call('admin', 'GET', path);
      seen.push(...column(reply, 'ticket_events', 'ticket_id'));
      path = at(reply, 'end_of_stream') ? null : String(at(reply, 'next_page'));
    }
    expect([...new Set(seen)]).toEqual([...ids, late]);
  });
});
