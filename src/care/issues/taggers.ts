/** Who said of feedbacks that they were about an issue. */
import { type Columns, textAt } from '../insights/columns.ts';
import { mostTaggers } from './issue.ts';

/** User ids, whoever did it most often first; feedbacks left out of the figures count here. */
export function taggersOf(columns: Columns, topics: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (let index = 0; index < columns.n; index += 1) {
    const topic = textAt(columns, 'topic', index);
    const by = textAt(columns, 'bucketById', index);
    if (by !== null && topic !== null && topics.includes(topic)) times.set(by, (times.get(by) ?? 0) + 1);
  }
  const ids = [...times.keys()].sort(
    (a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || Number(a) - Number(b),
  );
  return ids.slice(0, mostTaggers);
}
