import type { Row } from '../../../src/care/insights/row.ts';
import { blankRow } from '../insights/blankRow.ts';

/** A feedback of the agent `1` in group `10`, not rated unless the test says so. */
export const aRow = (change: Partial<Row> = {}): Row => ({
  ...blankRow,
  groupId: '10',
  agentId: '1',
  source: 'survey_responses',
  channel: 'email',
  ...change,
});
