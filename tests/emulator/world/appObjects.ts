/** The objects and ticket fields the app makes in an account, put there as another day's set-up left them. */
import { nameField } from '../api/recordFields.ts';
import type { CustomObject, TicketField } from './entities.ts';
import { personas } from './people.ts';
import { storyNow, type World } from './world.ts';

/** When that set-up ran. */
const setUpAt = storyNow - 90 * 86_400_000;

export interface ObjectSketch {
  key: string;
  title: string;
  plural: string;
  isNameUnique: boolean;
  /** `key:type`; a target or options follow the type after `=`. */
  fields: string[];
}

export const eventObject: ObjectSketch = {
  key: 'fl_event',
  title: 'Feedback Loop event',
  plural: 'Feedback Loop events',
  isNameUnique: true,
  fields: ['feedback:text', 'seq:integer', 'kind:text', 'operation:text', 'body:textarea'],
};

export const feedbackObject: ObjectSketch = {
  key: 'fl_feedback',
  title: 'Feedback',
  plural: 'Feedback',
  isNameUnique: false,
  fields: [
    'ticket:lookup=zen:ticket',
    'requester:lookup=zen:user',
    'owner:lookup=zen:user',
    'status:dropdown=none,new,in_progress,closed,check_first,set_aside',
    'bucket:dropdown=agent,process,root_cause',
    'rated_at:text',
    'due_at:text',
    'rev:integer',
    'state:textarea',
  ],
};

export function putObject(world: World, sketch: ObjectSketch): void {
  const stamps = { created_at: setUpAt, updated_at: setUpAt };
  const object: CustomObject = {
    id: sketch.key,
    title: sketch.title,
    title_pluralized: sketch.plural,
    description: '',
    include_in_list_view: true,
    allows_photos: false,
    allows_attachments: false,
    created_by_user_id: personas.admin,
    updated_by_user_id: personas.admin,
    ...stamps,
  };
  world.customObjects.put(object);
  const name = nameField(world, object);
  const properties = { ...name.properties, is_unique: sketch.isNameUnique };
  world.customObjectFields.put({ ...name, properties });
  sketch.fields.forEach((line, index) => {
    putField(world, sketch.key, line, index + 2);
  });
}

function putField(world: World, objectKey: string, line: string, position: number): void {
  const [, key = '', type = '', more = ''] = /^(\w+):(\w+)(?:=(.*))?$/.exec(line) ?? [];
  const options = type === 'dropdown' ? more.split(',') : [];
  world.customObjectFields.put({
    id: String(world.nextId('custom_object_field') + 4_398_096_842_000),
    object_key: objectKey,
    key,
    type,
    title: titled(key),
    description: '',
    active: true,
    system: false,
    position,
    regexp_for_validation: null,
    relationship_target_type: type === 'lookup' ? more : null,
    relationship_filter: null,
    properties: {},
    custom_field_options: options.map((value) => ({
      id: world.nextId('custom_object_option'),
      name: value,
      value,
    })),
    created_at: setUpAt,
    updated_at: setUpAt,
  });
}

const titled = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replace(/_/g, ' ');

/** A drop-down of the account's tickets; its values begin with `prefix`. Returns its id. */
export function putTicketField(world: World, title: string, prefix: string, names: string[]): number {
  const field: TicketField = {
    id: world.nextId('field'),
    type: 'tagger',
    title,
    description: `${title}. Kept by Feedback Loop: what is typed here is written over.`,
    active: true,
    required: false,
    removable: true,
    position: world.ticketFields.size + 1,
    tag: null,
    regexp_for_validation: null,
    relationship_target_type: null,
    custom_field_options: names.map((name, position) => ({
      id: world.nextId('field_option'),
      name,
      value: `${prefix}${name.toLowerCase().replace(/ /g, '_')}`,
      position,
    })),
    created_at: setUpAt,
    updated_at: setUpAt,
  };
  return world.ticketFields.put(field).id;
}
