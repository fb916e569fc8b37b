import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { FailureNote } from '../../FailureNote.tsx';
import { isolate } from '../../formats.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { SettingProblem } from '../SettingProblem.tsx';
import type { FormProps } from './WorkflowForm.tsx';

/** One of the webhooks triggers may call. */
export function WebhookChoice({ workflow, settings, webhooks, onChange }: FormProps) {
  const { t } = useApp();
  const { webhookId } = workflow;
  const place = `${workflowPlace(workflow.id)}.webhookId`;
  const problem = settings.problemAt(place);
  const listed = webhooks.listed ?? [];
  const isUnlisted = webhookId !== null && !listed.some(({ id }) => id === webhookId);
  return (
    <Stack $gap={6}>
      <Field>
        <Label>{t('workflows.form.webhook')}</Label>
        <Select
          isCompact
          value={webhookId ?? ''}
          validation={problem ? 'error' : undefined}
          aria-invalid={problem !== undefined}
          data-place={place}
          onBlur={() => settings.onLeave(place)}
          onChange={({ target }) => onChange({ webhookId: target.value || null })}
        >
          <option value="">{t('workflows.form.webhook_choose')}</option>
          {isUnlisted && (
            <option value={webhookId}>
              {webhooks.listed ? t('workflows.form.webhook_gone', { id: webhookId }) : webhookId}
            </option>
          )}
          {listed.map(({ id, name, isActive }) => (
            <option key={id} value={id}>
              {isActive ? name : t('workflows.form.webhook_off', { name: isolate(name) })}
            </option>
          ))}
        </Select>
        <SettingProblem problem={problem} />
      </Field>
      {webhooks.failure ? (
        <FailureNote
          kind={webhooks.failure.kind}
          title={t('workflows.form.webhook_failed')}
          onRetry={webhooks.reload}
        />
      ) : (
        <>
          {webhooks.listed === null && <Quiet>{t('workflows.form.webhook_refused')}</Quiet>}
          {webhooks.listed?.length === 0 && <Quiet>{t('workflows.form.webhook_none')}</Quiet>}
          {webhooks.listed && (
            <Line>
              <Button size="small" isBasic onClick={webhooks.reload}>
                {t('workflows.form.webhook_again')}
              </Button>
            </Line>
          )}
        </>
      )}
    </Stack>
  );
}
