import { Field, Label, Select } from '@zendeskgarden/react-forms';
import type { SourceDraft } from '../../care/sourceDraft.ts';
import { useApp } from '../useApp.ts';
import { SettingProblem } from './SettingProblem.tsx';
import type { Settings } from './useSettings.ts';

interface Props {
  source: SourceDraft;
  settings: Settings;
  onChange: (part: Partial<SourceDraft>) => void;
}

/** One of the account's ticket fields; the first choice names the source too. */
export function FieldChoice({ source, settings, onChange }: Props) {
  const { t } = useApp();
  const place = `${source.id}.fieldId`;
  const problem = settings.problemAt(place);
  const fields = settings.choices?.fields ?? [];
  const isGone = source.fieldId !== null && !fields.some(({ id }) => id === source.fieldId);
  const onChoose = (fieldId: string) => {
    const title = fields.find(({ id }) => id === fieldId)?.title ?? '';
    onChange({ fieldId: fieldId || null, headline: source.headline || title.slice(0, 120) });
  };
  return (
    <Field>
      <Label>{t('setup.form.field')}</Label>
      <Select
        isCompact
        value={source.fieldId ?? ''}
        validation={problem ? 'error' : undefined}
        aria-invalid={problem !== undefined}
        data-place={place}
        onBlur={() => settings.onLeave(place)}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{t('setup.form.field_choose')}</option>
        {isGone && (
          <option value={source.fieldId ?? ''}>
            {t('setup.form.field_gone', { id: source.fieldId ?? '' })}
          </option>
        )}
        {fields.map(({ id, title }) => (
          <option key={id} value={id} dir="auto">
            {title}
          </option>
        ))}
      </Select>
      <SettingProblem problem={problem} />
    </Field>
  );
}
