/** Whether a webhook can be kept as it was sent; refusals are 400s with a list, as the Webhooks API's are. */
import type { Webhook } from '../world/entities.ts';
import { type Fields, isFields } from './body.ts';
import { Refusal } from './http.ts';

export type WebhookInput = Pick<
  Webhook,
  | 'name'
  | 'description'
  | 'status'
  | 'endpoint'
  | 'http_method'
  | 'request_format'
  | 'subscriptions'
  | 'authentication'
  | 'custom_headers'
>;

/** What connects a webhook to triggers and automations, and stands alone. */
export const conditional = 'conditional_ticket_events';

export const refuse = (title: string) =>
  new Refusal(400, { errors: [{ code: 'InvalidParameter', title, detail: title }] });

/**
 * `known`: what members left out stay as. `connection`: the subscriptions there were, whose kind cannot change.
 * @throws Refusal 400
 */
export function readWebhook(input: Fields, known?: Webhook, connection?: string[]): WebhookInput {
  const given = { ...known, ...input };
  const name = text(given.name, 'name');
  const method = oneOf(given.http_method, 'http_method', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const);
  const format = oneOf(given.request_format, 'request_format', ['json', 'xml', 'form_encoded'] as const);
  const subscriptions = readSubscriptions(given.subscriptions ?? [], connection);
  const isOfEvents = subscriptions.length > 0 && !subscriptions.includes(conditional);
  if (isOfEvents && (method !== 'POST' || format !== 'json'))
    throw refuse('A webhook subscribed to events must use POST and json');
  return {
    name,
    description: typeof given.description === 'string' ? given.description : null,
    status: oneOf(given.status, 'status', ['active', 'inactive'] as const),
    endpoint: readEndpoint(given.endpoint),
    http_method: method,
    request_format: format,
    subscriptions,
    authentication: readAuthentication(given.authentication),
    custom_headers: readHeaders(given.custom_headers),
  };
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw refuse(`${name} is required`);
}

function oneOf<T extends string>(value: unknown, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found) return found;
  throw refuse(value === undefined ? `${name} is required` : `${name} must be one of ${known.join(', ')}`);
}

function readEndpoint(value: unknown): string {
  const endpoint = text(value, 'endpoint');
  if (/^https:\/\//.test(endpoint) && URL.canParse(endpoint)) return endpoint;
  throw refuse('endpoint must be a valid https URL');
}

function readSubscriptions(value: unknown, connection: string[] | undefined): string[] {
  if (!Array.isArray(value)) throw refuse('subscriptions must be a list');
  const names = value.map(String);
  const isConditional = names.includes(conditional);
  if (isConditional && names.length > 1) throw refuse(`${conditional} cannot be combined with event types`);
  if (!isConditional && names.some((name) => !/^zen:event-type:[\w.]+$/.test(name)))
    throw refuse('subscriptions names an event type nobody knows');
  if (connection && connection.includes(conditional) !== isConditional)
    throw refuse('the connection method of a webhook cannot be changed');
  return names;
}

const secrets = { basic_auth: ['username', 'password'], bearer_token: ['token'], api_key: ['name', 'value'] };

function readAuthentication(value: unknown): Webhook['authentication'] {
  if (value === undefined || value === null) return null;
  if (!isFields(value)) throw refuse('authentication must be an object');
  const type = oneOf(value.type, 'authentication.type', ['basic_auth', 'bearer_token', 'api_key'] as const);
  const { data } = value;
  if (value.add_position !== 'header') throw refuse('authentication.add_position must be header');
  if (!isFields(data) || secrets[type].some((key) => typeof data[key] !== 'string'))
    throw refuse(`authentication.data of ${type} needs ${secrets[type].join(' and ')}`);
  return { type, add_position: 'header', data };
}

function readHeaders(value: unknown): Record<string, string> | null {
  if (value === undefined || value === null) return null;
  if (isFields(value) && Object.values(value).every((each) => typeof each === 'string'))
    return value as Record<string, string>;
  throw refuse('custom_headers must be an object of strings');
}
