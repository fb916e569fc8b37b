import { owner } from '../columns/owner.ts';
import { Unseen } from '../layout.ts';
import type { CellProps } from './column.ts';

/** Who has it; a dash where nobody has, said in words to people who listen. */
export function OwnerCell({ row, context }: CellProps) {
  const text = owner.value(row, context);
  if (row.feedback.case?.ownerId) return text;
  return (
    <>
      <span aria-hidden="true">—</span>
      <Unseen as="span">{text}</Unseen>
    </>
  );
}
