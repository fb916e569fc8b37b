import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { useRef, useState } from 'react';
import { type Asked, dimensionsFor } from '../../care/insights/asked.ts';
import type { Columns } from '../../care/insights/columns.ts';
import { type Dimension, textOf } from '../../care/insights/question.ts';
import { buckets, caseStatuses } from '../../care/ledger.ts';
import { Line, Stack, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useHeldFocus } from '../useHeldFocus.ts';
import { useNames } from './useNames.ts';
import { dimensionName, valueName } from './valueName.ts';

type Filters = Asked['filters'];

interface Props {
  filters: Filters;
  columns: Columns | null;
  onFilters: (filters: Filters) => void;
}

/** Stands for none where only texts can be chosen: no id and no name is empty. */
const none = '';

/** One filter is chosen and added; the ones there are stand below, each with the press that takes it away. */
export function FilterLine({ filters, columns, onFilters }: Props) {
  const app = useApp();
  const { t, configuration } = app;
  const offered = dimensionsFor(configuration);
  const [dimension, setDimension] = useState<Dimension>('bucket');
  const [value, setValue] = useState<string | null>(null);
  const block = useRef<HTMLDivElement>(null);
  const heir = useRef<HTMLSelectElement>(null);
  useHeldFocus(block, heir);
  const values = valuesOf(dimension, columns).filter((one) => !filters[dimension]?.includes(one));
  const chosen = chosenIn(filters, offered);
  const names = useNames([
    { dimension, values },
    ...chosen.map((one) => ({ dimension: one.dimension, values: [one.value] })),
  ]);
  const options = values.map((one) => ({ one, name: valueName(t, dimension, one, names) }));
  if (textOf[dimension])
    options.sort((a, b) => Number(a.one === null) - Number(b.one === null) || a.name.localeCompare(b.name));
  const picked = options.find(({ one }) => (one ?? none) === value)?.one ?? options[0]?.one ?? null;
  const onAdd = () => {
    if (options.length === 0) return;
    onFilters({ ...filters, [dimension]: [...(filters[dimension] ?? []), picked] });
    setValue(null);
  };
  return (
    <Stack ref={block}>
      <Line $gap={12} style={{ alignItems: 'end' }}>
        <Field>
          <Label>{t('insights.filter_by')}</Label>
          <Select
            isCompact
            ref={heir}
            value={dimension}
            onChange={({ target }) => {
              setDimension(target.value as Dimension);
              setValue(null);
            }}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {dimensionName(app, one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field style={{ maxWidth: 280 }}>
          <Label>{t('insights.filter_value')}</Label>
          <Select isCompact value={picked ?? none} onChange={({ target }) => setValue(target.value)}>
            {options.map(({ one, name }) => (
              <option key={one ?? none} value={one ?? none}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button size="small" aria-disabled={options.length === 0} onClick={onAdd}>
          {t('insights.add_filter')}
        </Button>
      </Line>
      {chosen.length > 0 && (
        <Line as="ul" aria-label={t('insights.filters')}>
          {chosen.map((one) => {
            const text = t('insights.filter_is', {
              dimension: dimensionName(app, one.dimension),
              values: valueName(t, one.dimension, one.value, names),
            });
            return (
              <li key={`${one.dimension}:${one.value}`}>
                <Button
                  size="small"
                  isPill
                  aria-label={t('insights.remove_filter', { what: text })}
                  onClick={() => onFilters(without(filters, one.dimension, one.value))}
                >
                  {text}
                  <span aria-hidden="true">{'\u00a0×'}</span>
                </Button>
              </li>
            );
          })}
          <li>
            <Underlined type="button" onClick={() => onFilters({})}>
              {t('insights.clear_filters')}
            </Underlined>
          </li>
        </Line>
      )}
    </Stack>
  );
}

/** What the data know of, and none. */
function valuesOf(dimension: Dimension, columns: Columns | null): (string | null)[] {
  const text = textOf[dimension];
  if (text) return [...(columns?.names[text].filter((one) => one !== '') ?? []), null];
  if (dimension === 'bucket') return [...buckets, null];
  if (dimension === 'status') return [...caseStatuses, null];
  return ['1', '2', '3', '4', '5', 'bad', 'good', null];
}

const chosenIn = (filters: Filters, offered: readonly Dimension[]) =>
  offered.flatMap((dimension) => (filters[dimension] ?? []).map((value) => ({ dimension, value })));

function without(filters: Filters, dimension: Dimension, value: string | null): Filters {
  const { [dimension]: values = [], ...others } = filters;
  const left = values.filter((one) => one !== value);
  return left.length === 0 ? others : { ...others, [dimension]: left };
}
