/** Bulk work on records: up to 100 items a job, each with its own outcome. */
import type { CustomObject, User } from '../world/entities.ts';
import type { World } from '../world/world.ts';
import { type Fields, isFields, wrapped } from './body.ts';
import { badRequest, type Family, Refusal } from './http.ts';
import { formatJob, inflightHeaders, startJob } from './jobStatuses.ts';
import { openObject, type Scope } from './recordAccess.ts';
import { isNameUnique } from './recordFields.ts';
import { recordByExternalId, recordByName } from './recordIndex.ts';
import { createRecord, deleteRecord, existing, updateRecord } from './recordWrites.ts';

const largestJob = 100;

interface Outcome {
  id?: string;
  external_id?: string | null;
  status: 'Created' | 'Updated' | 'Deleted';
}

interface Action {
  scopes: Scope[];
  run(world: World, caller: User, object: CustomObject, item: unknown): Outcome;
}

const actions: Record<string, Action> = {
  create: {
    scopes: ['create'],
    run: (world, caller, object, item) =>
      written('Created', createRecord(world, caller, object, fieldsOfItem(item))),
  },
  update: {
    scopes: ['update'],
    run: (world, caller, object, item) => {
      const { id, ...input } = fieldsOfItem(item);
      return written(
        'Updated',
        updateRecord(world, caller, object, existing(world, caller, object, id, 'update'), input),
      );
    },
  },
  delete: {
    scopes: ['delete'],
    run: (world, caller, object, item) => {
      const record = existing(world, caller, object, item, 'delete');
      deleteRecord(world, caller, record);
      return written('Deleted', record);
    },
  },
  delete_by_external_id: {
    scopes: ['delete'],
    run: (world, caller, object, item) => {
      const record = existing(
        world,
        caller,
        object,
        recordByExternalId(world, object.id, String(item))?.id,
        'delete',
      );
      deleteRecord(world, caller, record);
      return written('Deleted', record);
    },
  },
  create_or_update_by_external_id: {
    scopes: ['create', 'update'],
    run: (world, caller, object, item) => {
      const input = fieldsOfItem(item);
      return upsert(
        world,
        caller,
        object,
        input,
        recordByExternalId(world, object.id, keyIn(input, 'external_id'))?.id,
      );
    },
  },
  create_or_update_by_name: {
    scopes: ['create', 'update'],
    run: (world, caller, object, item) => {
      const input = fieldsOfItem(item);
      return upsert(world, caller, object, input, recordByName(world, object.id, keyIn(input, 'name'))?.id);
    },
  },
};

export const recordJobs: Family = [
  {
    method: 'POST',
    path: '/api/v2/custom_objects/:key/jobs',
    allowed: 'agents',
    answer: ({ world, caller, params, body }) => {
      const { action: name, items } = wrapped(body, 'job');
      const action = typeof name === 'string' ? actions[name] : undefined;
      if (!action) throw badRequest('Invalid attribute', 'job.action is not supported');
      const object = openForAll(world, caller, params.key, action.scopes);
      if (name === 'create_or_update_by_name' && !isNameUnique(world, object)) {
        throw badRequest('Invalid attribute', 'name can be used only when the name field is unique');
      }
      if (!Array.isArray(items) || items.length === 0 || items.length > largestJob) {
        throw badRequest('Invalid attribute', `job.items must have 1 to ${largestJob} items`);
      }
      const run = () =>
        items.map((item: unknown, index) => outcome(world, caller, object, action, item, index));
      const job = startJob(world, caller, items.length, run, 'CustomObjectRecordsBulkJob');
      return { status: 201, body: { job_status: formatJob(world, job) }, headers: inflightHeaders(world) };
    },
  },
];

function openForAll(world: World, caller: User, key: string | undefined, scopes: Scope[]): CustomObject {
  const [object] = scopes.map((scope) => openObject(world, caller, key, scope));
  if (!object) throw new Error('an action needs a scope');
  return object;
}

/** One item's result; a refusal fails the item, not the job. */
function outcome(
  world: World,
  caller: User,
  object: CustomObject,
  action: Action,
  item: unknown,
  index: number,
) {
  try {
    return { index, success: true, ...action.run(world, caller, object, item) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { error, details, description } = problem.answer.body as Record<string, unknown>;
    const isTold = typeof error === 'string';
    return {
      index,
      ...(isFields(item) && typeof item.external_id === 'string' && { external_id: item.external_id }),
      success: false,
      status: 'Failed',
      error: isTold ? error : 'BadRequest',
      details: JSON.stringify(details ?? description ?? error),
    };
  }
}

function upsert(
  world: World,
  caller: User,
  object: CustomObject,
  input: Fields,
  id: string | undefined,
): Outcome {
  if (id === undefined) return written('Created', createRecord(world, caller, object, input));
  return written(
    'Updated',
    updateRecord(world, caller, object, existing(world, caller, object, id, 'update'), input),
  );
}

const written = (status: Outcome['status'], record: { id: string; external_id: string | null }): Outcome => ({
  id: record.id,
  external_id: record.external_id,
  status,
});

function fieldsOfItem(item: unknown): Fields {
  if (isFields(item)) return item;
  throw badRequest('Invalid attribute', 'an item must be an object');
}

function keyIn(input: Fields, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw badRequest('Invalid attribute', `${name} is required`);
}
