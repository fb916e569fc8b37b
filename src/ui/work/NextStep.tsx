import { Button } from '@zendeskgarden/react-buttons';
import { nextStep } from '../../care/nextStep.ts';
import { vipOf } from '../../care/priority.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { later } from '../lazyPart.ts';
import { useApp } from '../useApp.ts';
import { useNow } from '../useNow.ts';
import type { FormProps } from './formProps.ts';
import { doStep } from './steps.ts';

interface Props extends FormProps {
  /** Of the ticket, where they make a customer go first. */
  tags: readonly string[];
  organizationId: string | null;
  /** Let down before, as far as that was read. */
  isRepeat: boolean;
}

const loadVerb = () => later(() => import('../../actions/declineStep.ts'));

/** What to do next and why: one press does it, another one says no and brings the next best. */
export function NextStep({ feedback, current, subject, use, tags, organizationId, isRepeat }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const now = useNow();
  const isVip = vipOf({ tags, organization_id: organizationId }, configuration) !== null;
  const step = nextStep(feedback, { isVip, isRepeat, now });
  if (!step) return <Quiet>{t('next.none')}</Quiet>;
  const decline = () => {
    if (use.isBusy) return;
    void use.run('worked.decline', async (known, operation) =>
      (await loadVerb()).declineStep(app, known, subject, step.kind, operation),
    );
  };
  return (
    <Stack $gap={2} role="group" aria-label={t('next.title')}>
      <div>
        <strong>{t('next.line', { step: t(`step.${step.kind}`) })}</strong>{' '}
        <Quiet as="span">{t(`why.${step.reason}`, { count: current.contacts })}</Quiet>
      </div>
      <Line $gap={12}>
        <Button
          isLink
          size="small"
          aria-disabled={use.isBusy}
          onClick={() => doStep(step.kind, feedback, current, configuration, use)}
        >
          {t('next.do')}
        </Button>
        <Button isLink size="small" aria-disabled={use.isBusy} onClick={decline}>
          {t('next.decline')}
        </Button>
      </Line>
    </Stack>
  );
}
