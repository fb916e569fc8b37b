import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { fieldsOf, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { SettingProblem } from '../SettingProblem.tsx';
import { Switch } from '../Switch.tsx';
import { Legend } from './legend.ts';
import { PersonList } from './PersonList.tsx';
import type { FormProps } from './WorkflowForm.tsx';

const mostPeople = 20;

/** Who hears of it: the leads of the ticket's group, named people, a group. */
export function RecipientFields({ workflow, settings, names, onChange }: FormProps) {
  const { t } = useApp();
  if (!fieldsOf(workflow).includes('recipients')) return null;
  const place = `${workflowPlace(workflow.id)}.recipients`;
  const problem = settings.problemAt(place);
  const { toGroupId } = workflow;
  const groups = names.places?.groups ?? [];
  const isUnlisted = toGroupId !== null && !groups.some(({ id }) => id === toGroupId);
  return (
    <Stack $gap={12}>
      <Legend>{t('workflows.form.to')}</Legend>
      <Switch
        label={t('workflows.form.to_leads')}
        hint={t('workflows.form.to_leads_hint')}
        isOn={workflow.isLeads}
        onChange={(isLeads) => onChange({ isLeads })}
      />
      <Stack $gap={4}>
        <Legend as="span">{t('workflows.form.to_people')}</Legend>
        <PersonList
          label={t('workflows.form.to_people')}
          ids={workflow.userIds}
          most={mostPeople}
          names={names}
          place={place}
          onChange={(userIds) => onChange({ userIds })}
        />
      </Stack>
      <Field>
        <Label>{t('workflows.form.to_group')}</Label>
        <Select
          isCompact
          value={toGroupId ?? ''}
          onChange={({ target }) => onChange({ toGroupId: target.value || null })}
        >
          <option value="">{t('workflows.form.to_group_none')}</option>
          {isUnlisted && <option value={toGroupId}>{names.nameOfPlace('group', toGroupId)}</option>}
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <SettingProblem problem={problem} />
      </Field>
    </Stack>
  );
}
