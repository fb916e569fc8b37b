/** Webhooks. */
import { contractsOf, cursorPage, oneOf, row, wrap } from './shape.ts';

const webhook = row(
  `id:ulid name:text description:text? endpoint:text subscriptions:texts created_at:at updated_at:at? created_by:text
   updated_by:text? custom_headers:map?`,
  {
    status: oneOf('active', 'inactive'),
    http_method: oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    request_format: oneOf('json', 'xml', 'form_encoded'),
    '~authentication': row('type:text add_position:text'),
  },
);

export const webhooks = contractsOf('page "Webhooks API" of the API reference', [
  ['GET /webhooks', cursorPage('webhooks', webhook)],
  ['POST /webhooks', wrap('webhook', webhook), 201],
  ['GET /webhooks/:id', wrap('webhook', webhook)],
  ['PUT /webhooks/:id', null],
  ['PATCH /webhooks/:id', null],
  ['DELETE /webhooks/:id', null],
]);
