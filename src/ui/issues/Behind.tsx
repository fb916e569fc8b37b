import { FailureNote } from '../FailureNote.tsx';
import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { useApp } from '../useApp.ts';
import type { BehindUse } from './useBehind.ts';

const TicketList = lazyPart(async () => (await import('../insights/TicketList.tsx')).TicketList);

/** The tickets behind the number that was pressed. */
export function Behind({ use: { shown, failure, close } }: { use: BehindUse }) {
  const { t } = useApp();
  return (
    <>
      {failure && <FailureNote kind={failure.kind} title={t('issues.tickets_failed')} />}
      {shown && (
        <Part>
          <TicketList title={shown.title} keys={shown.keys} onClose={close} />
        </Part>
      )}
    </>
  );
}
