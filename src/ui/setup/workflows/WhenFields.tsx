import { Checkbox, Field, Fieldset, Label, Radio } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import { buckets } from '../../../care/ledger.ts';
import { suspectRules } from '../../../care/workflows/workflow.ts';
import { fieldsOf, workflowPlace } from '../../../care/workflows/workflowDraft.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { Pair } from '../layout.ts';
import { Switch } from '../Switch.tsx';
import { TextField } from '../TextField.tsx';
import { LinesField } from './LinesField.tsx';
import { Legend } from './legend.ts';
import { PlaceList } from './PlaceList.tsx';
import type { FormProps } from './WorkflowForm.tsx';

type Typed = 'csatBelow' | 'csatFrom' | 'cesBelow' | 'topics' | 'tags' | 'phrases';

/** Conditions; those that mean nothing to this kind are not asked. */
export function WhenFields(props: FormProps) {
  const { workflow, settings, names, onChange } = props;
  const { t } = useApp();
  const asks = fieldsOf(workflow);
  const field = (member: Typed) => ({
    place: `${workflowPlace(workflow.id)}.${member}`,
    value: workflow[member],
    settings,
    onChange: (text: string) => onChange({ [member]: text }),
  });
  const form = 'workflows.form';
  return (
    <Stack $gap={12}>
      <Stack $gap={2}>
        <Legend>{t(`${form}.when`)}</Legend>
        <Quiet>{t(`${form}.when_hint`)}</Quiet>
      </Stack>
      <Pair>
        {asks.includes('csatBelow') && (
          <TextField label={t(`${form}.csat_below`)} isNumber {...field('csatBelow')} />
        )}
        {asks.includes('csatFrom') && (
          <TextField label={t(`${form}.csat_from`)} isNumber {...field('csatFrom')} />
        )}
        {asks.includes('cesBelow') && (
          <TextField label={t(`${form}.ces_below`)} isNumber {...field('cesBelow')} />
        )}
      </Pair>
      {asks.includes('isEager') && (
        <Switch
          label={t(`${form}.eager`)}
          hint={t(`${form}.eager_hint`)}
          isOn={workflow.isEager}
          onChange={(isEager) => onChange({ isEager })}
        />
      )}
      {asks.includes('suspects') && <Suspects {...props} />}
      <LinesField label={t(`${form}.phrases`)} hint={t(`${form}.phrases_hint`)} {...field('phrases')} />
      {asks.includes('buckets') && <Buckets {...props} />}
      <Pair>
        <LinesField label={t(`${form}.topics`)} hint={t(`${form}.topics_hint`)} {...field('topics')} />
        <TextField label={t(`${form}.tags`)} hint={t(`${form}.tags_hint`)} {...field('tags')} />
      </Pair>
      <Pair>
        <PlaceList
          kind="group"
          hint={t(`${form}.groups_hint`)}
          ids={workflow.groupIds}
          names={names}
          onChange={(groupIds) => onChange({ groupIds })}
        />
        <PlaceList
          kind="brand"
          hint={t(`${form}.groups_hint`)}
          ids={workflow.brandIds}
          names={names}
          onChange={(brandIds) => onChange({ brandIds })}
        />
      </Pair>
    </Stack>
  );
}

function Buckets({ workflow, onChange }: FormProps) {
  const { t } = useApp();
  const toggled = (isOn: boolean, bucket: (typeof buckets)[number]) =>
    buckets.filter((one) => (one === bucket ? isOn : workflow.buckets.includes(one)));
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{t('workflows.form.buckets')}</Fieldset.Legend>
      {buckets.map((bucket) => (
        <Field key={bucket}>
          <Checkbox
            checked={workflow.buckets.includes(bucket)}
            onChange={({ target }) => onChange({ buckets: toggled(target.checked, bucket) })}
          >
            <Label isRegular>{t(`bucket.${bucket}`)}</Label>
          </Checkbox>
        </Field>
      ))}
    </Fieldset>
  );
}

function Suspects({ workflow, onChange }: FormProps) {
  const { t } = useApp();
  const name = useId();
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{t('workflows.form.suspects')}</Fieldset.Legend>
      {suspectRules.map((rule) => (
        <Field key={rule}>
          <Radio
            name={name}
            checked={workflow.suspects === rule}
            onChange={() => onChange({ suspects: rule })}
          >
            <Label isRegular>{t(`workflows.form.suspects_${rule}`)}</Label>
          </Radio>
        </Field>
      ))}
    </Fieldset>
  );
}
