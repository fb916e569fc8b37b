import type { Column } from '../triage/column.ts';
import { DueCell } from '../triage/DueCell.tsx';
import { dueText } from '../triage/dueText.ts';

export const due: Column = {
  id: 'due',
  width: '136px',
  value: dueText,
  Cell: DueCell,
  sortValue: ({ feedback }) => feedback.case?.dueAt ?? feedback.setAside?.at ?? null,
};
