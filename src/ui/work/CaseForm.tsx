import { Closing } from '../closing/Closing.tsx';
import { lazyPart } from '../lazyPart.ts';
import { Part } from '../Part.tsx';
import { AssignForm } from './AssignForm.tsx';
import { ContactForm } from './ContactForm.tsx';
import { EscalateForm } from './EscalateForm.tsx';
import type { FormProps } from './formProps.ts';

const ReplyPart = lazyPart(async () => (await import('../reply/ReplyPart.tsx')).ReplyPart);

/** The one form that is open. */
export function CaseForm(props: FormProps) {
  const { use } = props;
  switch (use.form) {
    case 'contact':
      return <ContactForm {...props} />;
    case 'assign':
      return <AssignForm {...props} />;
    case 'escalate':
      return <EscalateForm {...props} />;
    case 'close':
    case 'reopen':
    case 'voice':
      return <Closing {...props} key={use.form} form={use.form} />;
    case 'reply':
      return (
        <Part>
          <ReplyPart {...props} onClose={() => use.setForm(null)} onCloseCase={() => use.setForm('close')} />
        </Part>
      );
    case null:
      return null;
  }
}
