import { Fragment } from 'react';
import styled from 'styled-components';
import type { App } from '../../../app.ts';
import type { Comparison } from '../../../care/pilot.ts';
import type { Difference, Rate } from '../../../care/rate.ts';
import { Quiet, Stack } from '../../layout.ts';
import { intervalText, rateText } from '../../scores/figures.ts';
import { Interval } from '../../scores/Interval.tsx';
import { useIsNarrow } from '../../triage/useIsNarrow.ts';
import { useApp } from '../../useApp.ts';
import { Strong } from '../layout.ts';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  th, td { padding: 8px 12px 10px 0; border-bottom: 1px solid var(--fl-line); text-align: start; vertical-align: top; }
  thead th { color: var(--fl-quiet); font-size: 12px; font-weight: 600; }
  tbody th { font-weight: 600; overflow-wrap: anywhere; }
`;

const Card = styled(Stack)`
  padding: 10px 0;
  border-bottom: 1px solid var(--fl-line);
  h3 { font-weight: 600; }
  dl { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 8px 10px; }
  dt { color: var(--fl-quiet); font-size: 12px; line-height: 20px; }
`;

/** Below so many a share is no more than a hint. */
const few = 10;

const columns = ['pilot', 'rest', 'difference'] as const;

/** Every measure on both sides, and whether the two can be told apart. */
export function Comparisons({ comparisons }: { comparisons: readonly Comparison[] }) {
  const isNarrow = useIsNarrow();
  return isNarrow ? <Cards comparisons={comparisons} /> : <Wide comparisons={comparisons} />;
}

const headKeys = {
  pilot: 'pilot.side_pilot',
  rest: 'pilot.side_rest',
  difference: 'pilot.difference',
} as const;

function Wide({ comparisons }: { comparisons: readonly Comparison[] }) {
  const { t } = useApp();
  return (
    <Table aria-label={t('pilot.table')}>
      <thead>
        <tr>
          <th scope="col">{t('pilot.measure')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(headKeys[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparisons.map((one) => (
          <tr key={one.measure}>
            <th scope="row">{t(`pilot.name_${one.measure}`)}</th>
            {columns.map((column) => (
              <td key={column}>
                <Cell comparison={one} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cards({ comparisons }: { comparisons: readonly Comparison[] }) {
  const { t } = useApp();
  return (
    <div>
      {comparisons.map((one) => (
        <Card as="article" key={one.measure} $gap={6}>
          <h3>{t(`pilot.name_${one.measure}`)}</h3>
          <dl>
            {columns.map((column) => (
              <Fragment key={column}>
                <dt>{t(headKeys[column])}</dt>
                <dd>
                  <Cell comparison={one} column={column} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </Card>
      ))}
    </div>
  );
}

function Cell({ comparison, column }: { comparison: Comparison; column: (typeof columns)[number] }) {
  if (column === 'difference') return <Told difference={comparison.difference} />;
  return <Share rate={comparison[column]} />;
}

function Share({ rate }: { rate: Rate }) {
  const app = useApp();
  const isFew = rate.n > 0 && rate.n < few;
  return (
    <Stack $gap={4}>
      <span>{rateText(app, rate)}</span>
      {rate.value !== null && rate.interval && <Interval value={rate.value} interval={rate.interval} />}
      {rate.interval && <Quiet>{intervalText(app, rate)}</Quiet>}
      {isFew && <Quiet>{app.t('pilot.few')}</Quiet>}
    </Stack>
  );
}

function Told({ difference }: { difference: Difference | null }) {
  const app = useApp();
  const { t } = app;
  if (!difference) return <Quiet>{t('pilot.incomparable')}</Quiet>;
  const { value, interval, isDistinct } = difference;
  const [low, high] = interval.map((end) => pointsText(app, end));
  return (
    <Stack $gap={4}>
      <span>{t('pilot.points', { points: pointsText(app, value) })}</span>
      <Quiet>{t('pilot.interval', { low: low ?? '', high: high ?? '' })}</Quiet>
      {isDistinct ? (
        <Strong>{t(value > 0 ? 'pilot.told_more' : 'pilot.told_less')}</Strong>
      ) : (
        <span>{t('pilot.untold')}</span>
      )}
    </Stack>
  );
}

/** `+20`, `−4`: percentage points; one decimal where rounding would hide on which side of 0 an end lies. */
function pointsText({ locale }: App, share: number): string {
  const points = share * 100;
  const maximumFractionDigits = points !== 0 && Math.abs(points) < 1 ? 1 : 0;
  const format = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits });
  return format.format(points);
}
