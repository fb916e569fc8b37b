/** Zendesk's ways of refusing, by status. Sources: the OpenAPI text's examples and recorded answers. */
import { listOf, row, type Schema } from './shape.ts';

const told = row('error:text description:text');
const named = row('error:text');
const titled = row('', { error: row('title:text message:text') });
const listed = row('', { errors: { ...listOf(row('code:text title:text')), minItems: 1 } });
const detailed = row('error:text description:text', {
  details: {
    type: 'object',
    additionalProperties: { anyOf: [listOf(row('description:text ~error:text')), { type: 'object' }] },
  },
});
const plain: Schema = { type: 'string', minLength: 1 };

/** Schemas of which an answer of that status must fit one; 5xx answers may be anything. */
export const errorShapes: Record<number, Schema[]> = {
  400: [told, titled, listed, named],
  401: [named, listed],
  403: [titled, told, listed],
  404: [told, titled, listed],
  409: [told, detailed, listed],
  422: [detailed, told, listed],
  429: [plain, told],
};
