/** A small account for these tests, and calls to its API as one of its people. */
import { getResponse, type RequestHandler } from 'msw';
import { accessRules } from '../../api/accessRules.ts';
import { apps } from '../../api/apps.ts';
import { automations } from '../../api/automations.ts';
import { customObjectFields } from '../../api/customObjectFields.ts';
import { customObjectRecords } from '../../api/customObjectRecords.ts';
import { customObjects } from '../../api/customObjects.ts';
import type { Family } from '../../api/http.ts';
import { mount } from '../../api/http.ts';
import { jobStatuses } from '../../api/jobStatuses.ts';
import { permissionPolicies } from '../../api/permissionPolicies.ts';
import { recordIncrement } from '../../api/recordIncrement.ts';
import { recordJobs } from '../../api/recordJobs.ts';
import { recordSearch } from '../../api/recordSearch.ts';
import { relationships } from '../../api/relationships.ts';
import { triggers } from '../../api/triggers.ts';
import { webhooks } from '../../api/webhooks.ts';
import { checkExchanges } from '../../contract/validate.ts';
import { exchangeOf } from '../../server/exchanges.ts';
import { addPeople } from '../../world/people.ts';
import { createEmptyWorld, type World } from '../../world/world.ts';

const families: Family[] = [
  accessRules,
  apps,
  automations,
  customObjectFields,
  customObjects,
  jobStatuses,
  permissionPolicies,
  recordIncrement,
  recordJobs,
  recordSearch,
  customObjectRecords,
  relationships,
  triggers,
  webhooks,
];

export interface Reply {
  status: number;
  body: unknown;
  headers: Headers;
}

export interface Account {
  world: World;
  /** Moves real time, in which index lag, jobs and limits are counted. */
  wait(ms: number): void;
  call(persona: string, method: string, path: string, body?: unknown): Promise<Reply>;
}

/** People but no tickets, and one app installed. */
export function openAccount(): Account {
  const world = createEmptyWorld();
  addPeople(world);
  let realNow = 1_000_000;
  world.realNow = () => realNow;
  world.installations.put({
    id: 55,
    app_id: 7,
    enabled: true,
    settings: { tone: 'kind' },
    created_at: world.now(),
    updated_at: world.now(),
  });
  const handlers = mount(world, families);
  return {
    world,
    wait: (ms) => {
      realNow += ms;
    },
    call: (persona, method, path, body) => send(world, handlers, persona, method, path, body),
  };
}

async function send(
  world: World,
  handlers: RequestHandler[],
  persona: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const headers = new Headers({ cookie: `emulator_persona=${persona}` });
  if (body !== undefined) headers.set('content-type', 'application/json');
  const request = new Request(`http://localhost:4860/api/v2${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await getResponse(handlers, request.clone());
  if (!response) throw new Error(`nobody answers ${method} ${path}`);
  checkExchanges([await exchangeOf(world, request, response.clone())]);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    headers: response.headers,
  };
}

/** A member deep inside an answer: `at(reply.body, 'custom_object_records.0.name')`. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
}

/** An object `note` with one field of every type, made by the admin through the API. */
export async function withNotes(account: Account, isUnique = true): Promise<void> {
  const { call } = account;
  await call('admin', 'POST', '/custom_objects', {
    custom_object: { key: 'note', title: 'Note', title_pluralized: 'Notes' },
  });
  await call('admin', 'PATCH', '/custom_objects/note/fields/standard::name', {
    custom_object_field: { properties: { is_unique: isUnique } },
  });
  const options = [
    { name: 'Open', value: 'open' },
    { name: 'Done', value: 'done' },
  ];
  const fields = [
    { key: 'body', title: 'Body', type: 'text' },
    { key: 'long', title: 'Long', type: 'textarea' },
    { key: 'ok', title: 'OK', type: 'checkbox' },
    { key: 'day', title: 'Day', type: 'date' },
    { key: 'rank', title: 'Rank', type: 'integer' },
    { key: 'share', title: 'Share', type: 'decimal' },
    { key: 'code', title: 'Code', type: 'regexp', regexp_for_validation: '^[A-Z]{2}$' },
    { key: 'state', title: 'State', type: 'dropdown', custom_field_options: options },
    { key: 'marks', title: 'Marks', type: 'multiselect', custom_field_options: options },
    { key: 'owner', title: 'Owner', type: 'lookup', relationship_target_type: 'zen:user' },
    { key: 'next', title: 'Next', type: 'lookup', relationship_target_type: 'zen:custom_object:note' },
  ];
  for (const field of fields) {
    const reply = await call('admin', 'POST', '/custom_objects/note/fields', { custom_object_field: field });
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  }
}

/** Creates a note and returns it. */
export async function addNote(
  account: Account,
  record: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const reply = await account.call('agent', 'POST', '/custom_objects/note/records', {
    custom_object_record: record,
  });
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return at(reply.body, 'custom_object_record') as Record<string, unknown>;
}
