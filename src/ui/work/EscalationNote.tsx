import { Button } from '@zendeskgarden/react-buttons';
import type { Case } from '../../care/feedback.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import { When } from '../When.tsx';
import type { FormProps } from './formProps.ts';
import { useTargetName } from './useTargetName.ts';

type Escalation = NonNullable<Case['escalation']>;
type Props = Omit<FormProps, 'current'> & { escalation: Escalation };

const loadVerb = () => later(() => import('../../actions/endEscalation.ts'));

/** Who is asked to help with what, and the way to say that the help came. */
export function EscalationNote({ escalation, subject, names, use }: Props) {
  const app = useApp();
  const { t } = app;
  const { kind, reason, byId, at } = escalation;
  const name = useTargetName(escalation, names) ?? t(kind === 'group' ? 'work.a_group' : 'people.someone');
  const end = () => {
    if (use.isBusy) return;
    void use.run('worked.end', async (known, operation) =>
      (await loadVerb()).endEscalation(app, known, subject, null, operation),
    );
  };
  return (
    <Stack $gap={2}>
      <strong>{t(`work.with_${kind}`, { name })}</strong>
      <Quiet dir="auto">{reason}</Quiet>
      <Line>
        <Quiet as="span">
          {t('work.since', { name: names[byId] ?? t('people.someone') })} <When at={at} />
        </Quiet>
        <Button isLink size="small" aria-disabled={use.isBusy} onClick={end}>
          {t('work.end')}
        </Button>
      </Line>
    </Stack>
  );
}
