import type { Column } from '../triage/column.ts';
import { DueCell } from '../triage/DueCell.tsx';
import { dueText } from '../triage/dueText.ts';

export const due: Column = { id: 'due', value: dueText, Cell: DueCell };
