import { Button } from '@zendeskgarden/react-buttons';
import { Title } from '@zendeskgarden/react-notifications';
import { maySetAside } from '../../actions/maySetAside.ts';
import type { Feedback } from '../../care/feedback.ts';
import { Line } from '../layout.ts';
import { Note } from '../note.ts';
import { useApp } from '../useApp.ts';
import type { ValidityUse } from './useValidity.ts';

/** Why a rating looks like a machine's, and the two things a person may say to that: one press each. */
export function CheckFirst({ feedback, use }: { feedback: Feedback; use: ValidityUse }) {
  const app = useApp();
  const { t, locale } = app;
  const said = (feedback.suspicion?.signs ?? []).map((sign) => t(`sign.${sign}`));
  const signs = new Intl.ListFormat(locale, { type: 'unit' }).format(said);
  const waits = { size: 'small' as const, 'aria-disabled': use.isBusy };
  return (
    <Note type="warning">
      <Title>{t('check.title')}</Title>
      <div>{t('check.why', { signs })}</div>
      <Line style={{ marginTop: 8 }}>
        <Button {...waits} onClick={use.confirm}>
          {t('check.person')}
        </Button>
        {maySetAside(app) && (
          <Button {...waits} onClick={() => use.setAside({ reason: 'scanner', note: null })}>
            {t('check.set_aside')}
          </Button>
        )}
      </Line>
    </Note>
  );
}
