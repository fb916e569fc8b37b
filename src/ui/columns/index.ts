/** The columns of the list, in order. */
import type { Column } from '../triage/column.ts';
import { bucket } from './bucket.ts';
import { customer } from './customer.ts';
import { due } from './due.ts';
import { owner } from './owner.ts';
import { score } from './score.ts';
import { status } from './status.ts';
import { ticket } from './ticket.ts';

export const columns: readonly Column[] = [due, customer, ticket, score, bucket, owner, status];
