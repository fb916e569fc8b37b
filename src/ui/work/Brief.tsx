import { CaseDoubts } from '../case/CaseDoubts.tsx';
import { Stack } from '../layout.ts';
import { EscalationNote } from './EscalationNote.tsx';
import { FirstContact } from './FirstContact.tsx';
import type { FormProps } from './formProps.ts';

/** What else the sidebar says of an open case once its first screen has settled; nothing that stands there moves. */
export function Brief(props: FormProps) {
  const { feedback, current } = props;
  return (
    <Stack $gap={8}>
      <CaseDoubts feedback={feedback} current={current} />
      <FirstContact current={current} />
      {current.escalation && <EscalationNote {...props} escalation={current.escalation} />}
    </Stack>
  );
}
