import { Fragment } from 'react';
import type { Report } from '../../care/insights/report.ts';
import type { Figure, Metric } from '../../care/metrics/metric.ts';
import { useApp } from '../useApp.ts';
import { Changed, FigureValue, MetricName } from './FigureValue.tsx';
import { figureGroups } from './figureGroups.ts';
import { Table, TableBox } from './shapes.ts';

interface Props {
  report: Report;
  onOpen: (metric: Metric, isBefore: boolean) => void;
}

/** Every figure there is: now, before, and what changed. */
export function FigureTable({ report: { whole }, onOpen }: Props) {
  const { t } = useApp();
  const { now, before } = whole;
  const span = before ? 4 : 2;
  return (
    <TableBox tabIndex={0} role="group" aria-label={t('insights.all_figures')}>
      <Table aria-label={t('insights.all_figures')}>
        <thead>
          <tr>
            <th scope="col">{t('insights.figure')}</th>
            <th scope="col">{t('insights.now')}</th>
            {before && <th scope="col">{t('insights.before')}</th>}
            {before && <th scope="col">{t('insights.changed')}</th>}
          </tr>
        </thead>
        {figureGroups.map(({ id, metrics }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={span}>
                {t(`insights.group_${id}`)}
              </th>
            </tr>
            {metrics.map((metric) => (
              <Fragment key={metric.id}>
                <Row
                  metric={metric}
                  now={now[metric.id]}
                  before={before && (before[metric.id] ?? null)}
                  onOpen={(isBefore) => onOpen(metric, isBefore)}
                />
              </Fragment>
            ))}
          </tbody>
        ))}
      </Table>
    </TableBox>
  );
}

interface RowProps {
  metric: Metric;
  now: Figure | undefined;
  before: Figure | null;
  onOpen: (isBefore: boolean) => void;
}

function Row({ metric, now, before, onOpen }: RowProps) {
  if (!now) return null;
  return (
    <tr>
      <th scope="row">
        <MetricName metric={metric} />
      </th>
      <td>
        <FigureValue metric={metric} figure={now} onOpen={() => onOpen(false)} />
      </td>
      {before && (
        <td>
          <FigureValue metric={metric} figure={before} onOpen={() => onOpen(true)} />
        </td>
      )}
      {before && (
        <td>
          <Changed metric={metric} now={now} before={before} />
        </td>
      )}
    </tr>
  );
}
