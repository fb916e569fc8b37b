/** The columns there are, in the order they stand in. Those of the first screen: `ui/triage/firstColumns.ts`. */
import type { Column } from '../triage/column.ts';
import { brand } from './brand.ts';
import { bucket } from './bucket.ts';
import { customer } from './customer.ts';
import { due } from './due.ts';
import { group } from './group.ts';
import { owner } from './owner.ts';
import { priority } from './priority.ts';
import { rated } from './rated.ts';
import { score } from './score.ts';
import { status } from './status.ts';
import { ticket } from './ticket.ts';
import { topic } from './topic.ts';

export const columns: readonly Column[] = [
  due,
  priority,
  customer,
  ticket,
  score,
  bucket,
  topic,
  owner,
  status,
  group,
  brand,
  rated,
];
