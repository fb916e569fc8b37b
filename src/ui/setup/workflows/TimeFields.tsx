import { Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { hourRules } from '../../../care/workflows/workflow.ts';
import { fieldsOf, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { isolate } from '../../formats.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Pair } from '../layout.ts';
import { TextField } from '../TextField.tsx';
import type { FormProps } from './WorkflowForm.tsx';

/** At what hours, how often, and whether again. */
export function TimeFields({ workflow, settings, onChange }: FormProps) {
  const { t } = useApp();
  const name = useId();
  const asks = fieldsOf(workflow);
  const { schedule } = settings.draft;
  const field = (member: 'remindAfter' | 'budget') => ({
    place: `${workflowPlace(workflow.id)}.${member}`,
    value: workflow[member],
    settings,
    onChange: (text: string) => onChange({ [member]: text }),
  });
  return (
    <Stack $gap={12}>
      <Fieldset isCompact>
        <Fieldset.Legend>{t('workflows.form.hours')}</Fieldset.Legend>
        {hourRules.map((rule) => (
          <Field key={rule}>
            <Radio name={name} checked={workflow.hours === rule} onChange={() => onChange({ hours: rule })}>
              <Label isRegular>{t(`workflows.form.hours_${rule}`)}</Label>
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {workflow.hours === 'schedule' && (
        <Quiet>
          {schedule
            ? t('workflows.form.hours_named', { name: isolate(schedule.name) })
            : t('workflows.form.hours_none')}
        </Quiet>
      )}
      <Pair>
        {asks.includes('budget') && (
          <TextField
            label={t('workflows.form.budget')}
            hint={t('workflows.form.budget_hint')}
            isNumber
            {...field('budget')}
          />
        )}
        {asks.includes('remindAfter') && (
          <TextField
            label={t('workflows.form.remind')}
            hint={t('workflows.form.remind_hint')}
            isNumber
            {...field('remindAfter')}
          />
        )}
      </Pair>
    </Stack>
  );
}
