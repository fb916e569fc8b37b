/** Views and what they show. */
import { contractsOf, listOf, oneOf, orNull, page, row, wrap } from './shape.ts';
import { ticket } from './tickets.ts';

const condition = row('field:text operator:text ~value:any');
const order = oneOf('asc', 'desc');
const column = row('id:any title:text ~type:text ~url:text');
const sorting = orNull(row('id:text title:text', { order }));

const view = row(
  `url:text id:int title:text raw_title:text description:text? active:bool default:bool position:int created_at:at
   updated_at:at`,
  {
    conditions: row('', { all: listOf(condition), any: listOf(condition) }),
    execution: row('group_by:text? sort_by:text?', {
      group_order: order,
      sort_order: order,
      group: sorting,
      sort: sorting,
      columns: listOf(column),
    }),
    restriction: orNull(row('id:int ~ids:ints', { type: oneOf('Group', 'User') })),
  },
);

const shownRow = row('ticket_id:int', {
  ticket: row('id:int subject:text description:text status:text type:text? priority:text? url:text'),
});
const executed = {
  allOf: [page('rows', shownRow), row('', { columns: listOf(column), groups: listOf(row('')), view })],
};

export const views = contractsOf('oas', [
  ['GET /views', page('views', view)],
  ['POST /views', wrap('view', view)],
  ['GET /views/active', page('views', view)],
  ['GET /views/search', page('views', view)],
  ['GET /views/:id', wrap('view', view)],
  ['PUT /views/:id', wrap('view', view)],
  ['DELETE /views/:id', null],
  ['GET /views/:id/tickets', page('tickets', ticket)],
  ['GET /views/:id/count', wrap('view_count', row('view_id:int url:text value:int? pretty:text fresh:bool'))],
  ['GET /views/:id/execute', executed],
]);
