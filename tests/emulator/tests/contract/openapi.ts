/** Zendesk's OpenAPI text as something an answer can be checked against. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parseDocument } from 'yaml';

type Node = Record<string, unknown>;

export interface OpenApi {
  /** Whether the text has the operation at all. */
  has(call: string): boolean;
  /** What the text has against an answer: wrong status, wrong members. None if it agrees. */
  problems(call: string, status: number, body: unknown): string[];
}

/** Calls are `GET /tickets/:id`; names of path parameters do not matter. */
const keyOf = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/^\/api\/v2/, '').replace(/\{[^}]*\}|:\w+/g, '{}')}`;

const textId = 'https://openapi.invalid/text';

export function readOpenApi(file: string): OpenApi {
  // YAML 1.2, where the text's bare `=` is a string like any other.
  const document = parseDocument(readFileSync(file, 'utf8'));
  if (document.errors[0]) throw document.errors[0];
  const text = document.toJS({ maxAliasCount: -1 }) as { paths: Record<string, Node>; components: Node };
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
  formats.default(ajv);
  // The text's own name for date-time.
  ajv.addFormat('datetime', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addSchema({ $id: textId, components: { schemas: plain(text.components.schemas) } } as Node);
  const operations = operationsOf(text.paths);
  return {
    has: (call) => operations.has(keyOfCall(call)),
    problems(call, status, body) {
      const responses = operations.get(keyOfCall(call))?.responses as Record<string, Node> | undefined;
      const response = responses?.[status];
      if (!response) return [`status ${status} is not in ${Object.keys(responses ?? {}).join(', ')}`];
      const schema = schemaOf(response);
      if (!schema || body === null) return [];
      const validate = ajv.compile(rebased(plain(schema)) as Node);
      if (validate(body)) return [];
      const told = (validate.errors ?? []).map(
        ({ instancePath, message, data }) => `${instancePath} ${message}${data === null ? ', is null' : ''}`,
      );
      // One line for the same thing said of each item of a list.
      return [...new Set(told.map((line) => line.replace(/\/\d+(?=[/ ])/g, '/*')))];
    },
  };
}

function operationsOf(paths: Record<string, Node>): Map<string, Node> {
  const operations = new Map<string, Node>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (method !== 'parameters') operations.set(keyOf(method, path), operation as Node);
    }
  }
  return operations;
}

function keyOfCall(call: string): string {
  const [method = '', path = ''] = call.split(' ');
  return keyOf(method, path);
}

function schemaOf(response: Node): unknown {
  const content = response.content as Record<string, Node> | undefined;
  return content?.['application/json']?.schema;
}

/** OpenAPI 3.0 says `nullable` where JSON Schema allows the type `null`. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, example: _example, ...rest } = node as Node;
  const inner: Node = {};
  for (const [key, value] of Object.entries(rest)) inner[key] = plain(value);
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
}

/** Points references of a lone schema into the whole text. */
function rebased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rebased);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, `${textId}#`) : rebased(value),
    ]),
  );
}
