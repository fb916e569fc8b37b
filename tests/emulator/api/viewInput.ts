/** Whether a view can be kept as it was sent. */
import type { Condition, View } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields } from './body.ts';
import { readConditionList, readTitle, refuse } from './ruleInput.ts';
import { anchors, columnTitles, unsortable, viewConditionsOf } from './viewDefinitions.ts';

export type ViewInput = Pick<
  View,
  'title' | 'description' | 'active' | 'conditions' | 'output' | 'restriction'
> & { position?: number };

const usualOutput: View['output'] = {
  columns: ['description', 'requester', 'created', 'group', 'assignee'],
  group_by: null,
  group_order: 'asc',
  sort_by: null,
  sort_order: 'desc',
};
const mostColumns = 10;

/** `known`: the view that is changed; members `input` leaves out stay as they are. Refuses with 422. */
export function readView(world: World, input: Fields, known?: View): ViewInput {
  return {
    title: readTitle(input.title === undefined && known ? known.title : input.title),
    description: typeof input.description === 'string' ? input.description : (known?.description ?? null),
    active: typeof input.active === 'boolean' ? input.active : (known?.active ?? true),
    conditions: readConditions(world, input, known),
    output: readOutput(world, input.output, known?.output ?? usualOutput),
    restriction:
      input.restriction === undefined && known
        ? known.restriction
        : readRestriction(world, input.restriction ?? null),
    ...(typeof input.position === 'number' && { position: input.position }),
  };
}

/** `all` and `any` stand in the view itself, or in `conditions`, as answers show them. */
function readConditions(world: World, input: Fields, known?: View): View['conditions'] {
  const given = isFields(input.conditions) ? input.conditions : input;
  const definitions = viewConditionsOf(world);
  const list = (name: 'all' | 'any'): Condition[] =>
    given[name] === undefined && known ? known.conditions[name] : readConditionList(definitions, given[name]);
  const read = { all: list('all'), any: list('any') };
  if (read.all.some(({ field }) => anchors.includes(field))) return read;
  throw refuse(
    'base',
    `View must test for at least one of the following ticket properties in the ALL section: ${anchors.join(', ')}`,
  );
}

function readOutput(world: World, input: unknown, known: View['output']): View['output'] {
  if (input === undefined) return known;
  if (!isFields(input)) throw refuse('output', 'Output: is invalid');
  const columns = input.columns === undefined ? known.columns : input.columns;
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > mostColumns)
    throw refuse('output', `Output: from 1 to ${mostColumns} columns`);
  const isColumn = (name: string) =>
    name in columnTitles || (/^\d+$/.test(name) && world.ticketFields.has(Number(name)));
  const unknown = columns.map(String).find((name) => !isColumn(name));
  if (unknown !== undefined) throw refuse('output', `Output: '${unknown}' is not a column`);
  return {
    columns: columns.map(String),
    group_by: column(input.group_by, known.group_by, isColumn),
    group_order: order(input.group_order, known.group_order),
    sort_by: column(input.sort_by, known.sort_by, isColumn),
    sort_order: order(input.sort_order, known.sort_order),
  };
}

function column(given: unknown, known: string | null, isColumn: (name: string) => boolean): string | null {
  if (given === undefined || given === null || given === '') return given === undefined ? known : null;
  const name = String(given);
  if (isColumn(name) && !unsortable.includes(name)) return name;
  throw refuse('output', `Output: lists cannot be sorted or grouped by '${name}'`);
}

function order(given: unknown, known: 'asc' | 'desc'): 'asc' | 'desc' {
  if (given === undefined) return known;
  if (given === 'asc' || given === 'desc') return given;
  throw refuse('output', 'Output: an order is asc or desc');
}

function readRestriction(world: World, input: unknown): View['restriction'] {
  if (input === null) return null;
  const { type, id, ids } = isFields(input) ? input : {};
  if (type === 'User' && world.users.get(Number(id))) return { type, id: Number(id) };
  const groups = (Array.isArray(ids) ? ids : [id]).map(Number);
  const isKnown = groups.length > 0 && groups.every((one) => world.groups.get(one)?.deleted === false);
  const [first] = groups;
  if (type === 'Group' && isKnown && first !== undefined) return { type, id: first, ids: groups };
  throw refuse('restriction', 'Restriction: is invalid');
}
