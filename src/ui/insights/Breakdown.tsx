import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { useState } from 'react';
import { leastToRank } from '../../care/insights/change.ts';
import type { Dimension, Question } from '../../care/insights/question.ts';
import { type Order, rankParts } from '../../care/insights/ranking.ts';
import type { Part } from '../../care/insights/report.ts';
import { metrics } from '../../care/metrics/index.ts';
import type { Metric } from '../../care/metrics/metric.ts';
import type { Key } from '../../i18n.ts';
import { Line, PlainButton, Quiet, Stack, Title, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { FigureValue } from './FigureValue.tsx';
import { breakdownFile } from './figureFile.ts';
import { chosenMetrics } from './figureGroups.ts';
import { SaveFigures } from './SaveFigures.tsx';
import { Section, Table, TableBox } from './shapes.ts';
import { useNames } from './useNames.ts';
import { dimensionName, valueName } from './valueName.ts';

/** Rows shown at first. */
const firstRows = 30;

interface Props {
  /** `null` while they are counted for the first time. */
  parts: readonly Part[] | null;
  isCounting: boolean;
  question: Question & { by: Dimension };
  columns: readonly string[];
  onColumns: (ids: string[]) => void;
  /** `value` of the part, whose name is `name`. */
  onOpen: (metric: Metric, value: string | null, name: string) => void;
}

/** The parts the whole is made of, side by side. */
export function Breakdown({ parts: counted, isCounting, question, columns, onColumns, onOpen }: Props) {
  const app = useApp();
  const { t } = app;
  const { by } = question;
  const [order, setOrder] = useState<Order>({ by: 'volume', isDown: true });
  const [isAll, setAll] = useState(false);
  const parts = counted ?? [];
  const shown = isAll ? parts : parts.slice(0, firstRows);
  const names = useNames([{ dimension: by, values: shown.map(({ value }) => value) }]);
  const nameOf = (value: string | null) => valueName(t, by, value, names);
  const { ranked, unranked } = rankParts(shown, by, order, nameOf);
  const chosen = chosenMetrics(columns);
  const title = t('insights.broken_down_by', { dimension: t(`insights.by_${by}`) });
  const rows = (some: readonly Part[]) =>
    some.map((part) => (
      <Row
        key={part.value}
        part={part}
        name={nameOf(part.value)}
        metrics={chosen}
        onOpen={(metric) => onOpen(metric, part.value, nameOf(part.value))}
      />
    ));
  return (
    <Section as="section" aria-label={title} aria-busy={isCounting || undefined}>
      <Line style={{ justifyContent: 'space-between' }}>
        <Title>{title}</Title>
        {parts.length > 0 && (
          <SaveFigures
            name="breakdown"
            table={() => breakdownFile(app, question, [...ranked, ...unranked], nameOf)}
          />
        )}
      </Line>
      {!counted && <Skeleton height="160px" />}
      {parts.length > 0 && (
        <>
          <Quiet>{mostText(t, parts, nameOf)}</Quiet>
          <ColumnChoice chosen={columns} onColumns={onColumns} />
          <TableBox tabIndex={0} role="group" aria-label={title}>
            <Table aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">{dimensionName(app, by)}</th>
                  {chosen.map((metric) => (
                    <Head key={metric.id} metric={metric} order={order} onOrder={setOrder} />
                  ))}
                </tr>
              </thead>
              <tbody>{rows(ranked)}</tbody>
              {unranked.length > 0 && (
                <tbody>
                  <tr>
                    <th scope="rowgroup" colSpan={chosen.length + 1}>
                      {t('insights.not_ranked', { least: leastToRank })}
                    </th>
                  </tr>
                  {rows(unranked)}
                </tbody>
              )}
            </Table>
          </TableBox>
          {!isAll && parts.length > firstRows && (
            <div>
              <Underlined type="button" onClick={() => setAll(true)}>
                {t('insights.show_all_parts', { count: parts.length })}
              </Underlined>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function mostText(
  t: ReturnType<typeof useApp>['t'],
  parts: readonly Part[],
  nameOf: (value: string | null) => string,
): string {
  const [first] = parts;
  const n = first?.now.volume?.n ?? 0;
  const all = parts.reduce((sum, part) => sum + (part.now.volume?.n ?? 0), 0);
  return t('insights.most_part', { name: nameOf(first?.value ?? null), n, count: all });
}

interface HeadProps {
  metric: Metric;
  order: Order;
  onOrder: (order: Order) => void;
}

function Head({ metric, order, onOrder }: HeadProps) {
  const { t } = useApp();
  const isBy = order.by === metric.id;
  const direction = order.isDown ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isBy ? direction : undefined}>
      <PlainButton
        type="button"
        onClick={() => onOrder({ by: metric.id, isDown: isBy ? !order.isDown : true })}
      >
        {t(`metric.${metric.id}` as Key)}{' '}
        <span aria-hidden="true">{isBy ? (order.isDown ? '▾' : '▴') : '↕'}</span>
      </PlainButton>
    </th>
  );
}

interface RowProps {
  part: Part;
  name: string;
  metrics: readonly Metric[];
  onOpen: (metric: Metric) => void;
}

function Row({ part: { now, before }, name, metrics: chosen, onOpen }: RowProps) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      {chosen.map((metric) => {
        const figure = now[metric.id];
        return (
          <td key={metric.id}>
            {figure && (
              <FigureValue
                metric={metric}
                figure={figure}
                before={before ? (before[metric.id] ?? null) : undefined}
                of={name}
                onOpen={() => onOpen(metric)}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function ColumnChoice({
  chosen,
  onColumns,
}: {
  chosen: readonly string[];
  onColumns: (ids: string[]) => void;
}) {
  const { t } = useApp();
  const toggle = (id: string) =>
    onColumns(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <details className="no-print">
      <summary style={{ cursor: 'pointer' }}>{t('insights.columns')}</summary>
      <Stack style={{ marginTop: 8 }}>
        <Line $gap={16}>
          {metrics.map(({ id }) => (
            <Field key={id}>
              <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)}>
                <Label isRegular>{t(`metric.${id}` as Key)}</Label>
              </Checkbox>
            </Field>
          ))}
        </Line>
      </Stack>
    </details>
  );
}
