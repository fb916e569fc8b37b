import { Dialog } from './Dialog.tsx';
import { TicketRows } from './TicketRows.tsx';

interface Props {
  /** What the number was. */
  title: string;
  keys: readonly string[];
  onClose: () => void;
}

/** The tickets behind a number, as they were when it was pressed. */
export function TicketList({ title, keys, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <TicketRows keys={keys} />
    </Dialog>
  );
}
