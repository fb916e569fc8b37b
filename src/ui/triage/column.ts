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
}

export interface CellProps {
  row: CaseRow;
  context: CellContext;
}

export interface Column {
  /** Also the key of its head: `column.<id>`. */
  id: string;
  /** What the cell says, as text. */
  value: (row: CaseRow, context: CellContext) => string;
  /** How it looks, where text alone is not enough. */
  Cell?: ComponentType<CellProps>;
}
