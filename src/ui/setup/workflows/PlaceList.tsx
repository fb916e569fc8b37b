import { Field, Hint, Label, Select } from '@zendeskgarden/react-forms';
import { useId, useRef } from 'react';
import { FailureNote } from '../../FailureNote.tsx';
import { isolate } from '../../formats.ts';
import { Quiet, Stack } from '../../layout.ts';
import { useAnnounce } from '../../useAnnounce.ts';
import { useApp } from '../../useApp.ts';
import { Chosen } from './Chosen.tsx';
import type { Names, PlaceKind } from './useNames.ts';

/** More would not be kept. */
const most = 50;

interface Props {
  kind: PlaceKind;
  hint?: string;
  ids: readonly string[];
  names: Names;
  onChange: (ids: string[]) => void;
}

/** Groups or brands: those chosen, and one field to add another. */
export function PlaceList({ kind, hint, ids, names, onChange }: Props) {
  const { t } = useApp();
  const announce = useAnnounce();
  const field = useRef<HTMLSelectElement>(null);
  const hintId = useId();
  const label = t(`workflows.form.${kind}s`);
  const onAdd = (id: string) => {
    if (!id) return;
    onChange([...ids, id]);
    announce(t('workflows.form.person_added', { name: isolate(names.nameOfPlace(kind, id)) }));
  };
  const onRemove = (id: string) => {
    onChange(ids.filter((one) => one !== id));
    field.current?.focus();
  };
  const { placesFailure } = names;
  const offered = (names.places?.[`${kind}s`] ?? []).filter(({ id }) => !ids.includes(id));
  return (
    <Stack $gap={6}>
      <Field>
        <Label>{label}</Label>
        {hint && <Hint id={hintId}>{hint}</Hint>}
        <Select
          isCompact
          ref={field}
          value=""
          disabled={ids.length >= most}
          onChange={({ target }) => onAdd(target.value)}
        >
          <option value="">{t(`workflows.form.${kind}_add`)}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {placesFailure && (
        <FailureNote
          kind={placesFailure.kind}
          title={t('workflows.form.places_failed')}
          onRetry={names.reloadPlaces}
        />
      )}
      {ids.length >= most && <Quiet>{t('workflows.form.person_most', { count: most })}</Quiet>}
      <Chosen
        label={label}
        items={ids.map((id) => ({ id, name: names.nameOfPlace(kind, id) }))}
        onRemove={onRemove}
      />
    </Stack>
  );
}
