import { Checkbox, Field, Label, Select } from '@zendeskgarden/react-forms';
import { columns } from '../columns/index.ts';
import { Quiet, Stack } from '../layout.ts';
import { firstColumns } from '../triage/firstColumns.ts';
import { useApp } from '../useApp.ts';
import type { QueueBarProps } from './QueueBar.tsx';

/** Which columns there are, and the order of the rows where no head can be pressed. */
export function ColumnChooser({ columns: shown, onColumns, query, onQuery }: QueueBarProps) {
  const { t } = useApp();
  const isShown = (id: string) => shown.some((column) => column.id === id);
  const toggle = (id: string) => {
    const next = columns.filter((column) => (column.id === id ? !isShown(id) : isShown(column.id)));
    onColumns(next.length > 0 ? next : firstColumns);
  };
  const { by, isDescending } = query.sort;
  return (
    <Stack $gap={12}>
      <div>
        {columns.map(({ id }) => (
          <Field key={id}>
            <Checkbox checked={isShown(id)} onChange={() => toggle(id)}>
              <Label isRegular>{t(`column.${id}` as 'column.due')}</Label>
            </Checkbox>
          </Field>
        ))}
      </div>
      <Quiet>{t('queue.columns_kept')}</Quiet>
      <Field>
        <Label>{t('queue.sort')}</Label>
        <Select
          isCompact
          value={by}
          onChange={(event) => onQuery({ ...query, sort: { by: event.target.value, isDescending } })}
        >
          {columns.map(({ id }) => (
            <option key={id} value={id}>
              {t(`column.${id}` as 'column.due')}
            </option>
          ))}
        </Select>
      </Field>
      <Field>
        <Checkbox
          checked={isDescending}
          onChange={(event) => onQuery({ ...query, sort: { by, isDescending: event.target.checked } })}
        >
          <Label isRegular>{t('queue.descending')}</Label>
        </Checkbox>
      </Field>
    </Stack>
  );
}
