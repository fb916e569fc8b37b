/** A column of the list: the registry is `ui/columns/index.ts`. */
import type { ComponentType } from 'react';
import type { CaseRow } from '../../actions/listCases.ts';
import type { Configuration } from '../../care/configuration.ts';
import type { Translate } from '../../i18n.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  t: Translate;
  locale: string;
  /** Epoch milliseconds. */
  now: number;
  userId: string;
  names: Record<string, string>;
  configuration: Configuration;
  /** Every case known, by key: what is repeated is seen among the others. */
  all: ReadonlyMap<string, CaseRow>;
  /** Names of groups and brands, by `group:<id>` and `brand:<id>`; whichever were read. */
  places: Record<string, string>;
}

export interface CellProps {
  row: CaseRow;
  context: CellContext;
}

export interface Column {
  /** Also the key of its head: `column.<id>`. */
  id: string;
  /** Width as a track of the grid. */
  width: string;
  /** What the cell says, as text. */
  value: (row: CaseRow, context: CellContext) => string;
  /** What the list is sorted by, upwards; `null` stays last in either direction. */
  sortValue: (row: CaseRow, context: CellContext) => string | number | null;
  /** Can rows be sorted by it only once their tickets and names were read? */
  needsDetails?: (configuration: Configuration) => boolean;
  /** How it looks, where text alone is not enough. */
  Cell?: ComponentType<CellProps>;
}
