/** Counts the floor of `report-*` on columns it was given before. */
import type { Columns } from '../../src/care/insights/columns.ts';
import type { Question } from '../../src/care/insights/question.ts';
import { plainReport } from './reportFloor.ts';

let columns: Columns | null = null;

self.addEventListener('message', ({ data }: MessageEvent<{ columns?: Columns; question?: Question }>) => {
  columns = data.columns ?? columns;
  self.postMessage(columns && data.question ? plainReport(columns, data.question) : 'ready');
});
