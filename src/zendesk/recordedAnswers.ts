/** Recorded answers by the question or score source they answer, counted from the list of feedbacks. */
import * as v from 'valibot';
import type { Http } from './http.ts';
import { jsonIn } from './json.ts';

const record = v.object({ custom_object_fields: v.looseObject({ state: v.optional(v.unknown()) }) });
const page = v.object({
  custom_object_records: v.array(record),
  meta: v.object({ has_more: v.boolean(), after_cursor: v.optional(v.nullable(v.string()), null) }),
});
const state = v.object({
  revisions: v.array(v.object({ definition: v.optional(v.nullable(v.string()), null) })),
});

/** Pages of 100 looked through at most, the feedbacks changed last first. */
const mostPages = 5;

export interface RecordedAnswers {
  /** By id of the question or source; the others have none. */
  counts: Map<string, number>;
  /** Every feedback was looked at; else the counts are the least there are. */
  isWhole: boolean;
}

/** Throws `Failure`. */
export async function countRecordedAnswers(http: Http): Promise<RecordedAnswers> {
  const counts = new Map<string, number>();
  let after: string | null = null;
  for (let read = 0; read < mostPages; read += 1) {
    const params: Record<string, string | number> = {
      sort: '-updated_at',
      'page[size]': 100,
      ...(after && { 'page[after]': after }),
    };
    const url = '/api/v2/custom_objects/fl_feedback/records';
    const answer: v.InferOutput<typeof page> = await http.get(url, page, { params });
    for (const { custom_object_fields: fields } of answer.custom_object_records)
      count(counts, jsonIn(fields.state));
    after = answer.meta.after_cursor;
    if (!answer.meta.has_more || after === null) return { counts, isWhole: true };
  }
  return { counts, isWhole: false };
}

function count(counts: Map<string, number>, kept: unknown): void {
  const read = v.safeParse(state, kept);
  for (const { definition } of read.success ? read.output.revisions : [])
    if (definition !== null) counts.set(definition, (counts.get(definition) ?? 0) + 1);
}
