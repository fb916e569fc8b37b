/** What the list shows until somebody chooses otherwise. */
import { bucket } from '../columns/bucket.ts';
import { customer } from '../columns/customer.ts';
import { due } from '../columns/due.ts';
import { owner } from '../columns/owner.ts';
import { score } from '../columns/score.ts';
import { status } from '../columns/status.ts';
import { ticket } from '../columns/ticket.ts';
import type { Column } from './column.ts';

export const firstColumns: readonly Column[] = [due, customer, ticket, score, bucket, owner, status];
