/** What several metrics ask of a row. */
import type { Columns } from '../insights/columns.ts';
import { flags } from '../insights/row.ts';
import { caseStatuses } from '../ledger.ts';
import type { Test } from './metric.ts';

/** `flag` is one of `flags`. */
export const isFlagged = (columns: Columns, index: number, flag: number) =>
  ((columns.flags[index] ?? 0) & flag) !== 0;

/** Every feedback in the figures. */
export const isAny: Test = () => true;

/** A CSAT, be it good or bad alone, or an effort score. */
export const isRated: Test = (columns, index) => columns.verdict[index] !== 0 || columns.ces[index] !== 0;

export const hasEffort: Test = (columns, index) => columns.ces[index] !== 0;

export const isCase: Test = (columns, index) => columns.status[index] !== 0;

const closed = caseStatuses.indexOf('closed') + 1;

export const isClosed: Test = (columns, index) => columns.status[index] === closed;

export const isOpenCase: Test = (columns, index) =>
  columns.status[index] !== 0 && columns.status[index] !== closed;

/** Closed, and its score says something about recovery: see `recoverySums`. */
export const isRecoverable: Test = (columns, index) =>
  columns.status[index] === closed && ((columns.flags[index] ?? 0) & flags.isNoRecovery) === 0;
