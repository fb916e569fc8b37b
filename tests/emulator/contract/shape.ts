/** JSON schemas in few words, and what one endpoint promises. */

export type Schema = Record<string, unknown>;

export interface Contract {
  method: string;
  /** As mounted: `/api/v2/tickets/:id`. */
  path: string;
  /** The statuses of success. */
  statuses: number[];
  /** `null`: an answer without a body. */
  body: Schema | null;
  /** `oas`: Zendesk's OpenAPI text; otherwise what the shape was written from. */
  source: string;
}

const words: Record<string, Schema> = {
  any: {},
  int: { type: 'integer' },
  num: { type: 'number' },
  text: { type: 'string' },
  bool: { type: 'boolean' },
  /** An instant with the precision of a second. */
  at: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
  /** An instant, fractions of a second allowed. */
  when: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' },
  ulid: { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' },
  digits: { type: 'string', pattern: '^\\d+$' },
  ints: { type: 'array', items: { type: 'integer' } },
  texts: { type: 'array', items: { type: 'string' } },
  list: { type: 'array' },
  map: { type: 'object' },
};

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const oneOf = (...values: (string | number | boolean | null)[]): Schema => ({ enum: values });

/**
 * An object. `members` are `name:word` separated by spaces; `?` after the word allows null, `~` before the
 * name allows absence. `more` names members with schemas of their own, all required unless `~` stands before.
 */
export function row(members: string, more: Record<string, Schema> = {}): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  const add = (name: string, schema: Schema) => {
    const key = name.replace(/^~/, '');
    properties[key] = schema;
    if (key === name) required.push(key);
  };
  for (const member of members.split(/\s+/).filter(Boolean)) {
    const [name = '', word = ''] = member.split(':');
    const schema = words[word.replace(/\?$/, '')];
    if (!schema) throw new Error(`no word for ${member}`);
    add(name, word.endsWith('?') ? orNull(schema) : schema);
  }
  for (const [name, schema] of Object.entries(more)) add(name, schema);
  return { type: 'object', properties, required };
}

/** `{"<name>": …}` */
export const wrap = (name: string, schema: Schema): Schema => row('', { [name]: schema });

const cursorEnds = row('', {
  meta: row('has_more:bool after_cursor:text? before_cursor:text?'),
  links: row('next:text? prev:text?'),
});
const offsetEnds = row('count:int next_page:text? previous_page:text?');

/** A list turned by cursor. */
export const cursorPage = (name: string, item: Schema): Schema => ({
  allOf: [row('', { [name]: listOf(item) }), cursorEnds],
});

/** A list that turns by cursor or by offset, as the caller asks. */
export const page = (name: string, item: Schema): Schema => ({
  allOf: [row('', { [name]: listOf(item) }), { anyOf: [cursorEnds, offsetEnds] }],
});

export const count: Schema = row('', { count: row('value:int refreshed_at:at?') });

type Line = [call: string, body: Schema | null, ...statuses: number[]];

/** Contracts from lines like `['GET /api/v2/tickets/:id', schema]`; paths under `/api/v2`. */
export const contractsOf = (source: string, lines: Line[]): Contract[] =>
  lines.map(([call, body, ...statuses]) => {
    const [method = '', path = ''] = call.split(' ');
    const usual = body === null ? 204 : 200;
    return {
      method,
      path: `/api/v2${path}`,
      statuses: statuses.length > 0 ? statuses : [usual],
      body,
      source,
    };
  });
