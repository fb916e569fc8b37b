/** A figure of one issue in the ranked list, with what it rests on and its tickets behind it. */
import styled from 'styled-components';
import type { PackIssue } from '../../care/issues/pack.ts';
import { Quiet, Stack } from '../layout.ts';
import { Interval } from '../scores/Interval.tsx';
import { useApp } from '../useApp.ts';
import { Count } from './Count.tsx';
import { percentText, pointsText, whole } from './issueText.ts';
import { hole, Rich } from './Rich.tsx';
import type { MonthData } from './useMonthData.ts';

interface CellProps {
  row: PackIssue;
  /** Too few ratings for a place. */
  isFew: boolean;
  data?: MonthData;
  onBehind?: (title: string, keys: Promise<string[]>) => void;
}

const Big = styled.span`
  font-size: 18px;
  line-height: 24px;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
`;

export const cellNames = ['pull', 'volume', 'csat', 'since'] as const;
export type CellName = (typeof cellNames)[number];

export function ImpactCell({ name, ...cell }: CellProps & { name: CellName }) {
  if (name === 'pull') return cell.isFew ? <Quiet>{'—'}</Quiet> : <Pull row={cell.row} />;
  if (name === 'volume') return <Volume {...cell} />;
  return name === 'csat' ? <Gap {...cell} /> : <Since row={cell.row} />;
}

/** Points it takes from the month's CSAT, with their interval. */
function Pull({ row: { pull } }: Pick<CellProps, 'row'>) {
  const app = useApp();
  const { t } = app;
  if (!pull) return <Quiet>{'—'}</Quiet>;
  const [low, high] = pull.interval.map((end) => pointsText(app, end));
  return (
    <Stack $gap={3}>
      <p>
        <Big>{pointsText(app, pull.value)}</Big> {t('issues.points_unit')}
      </p>
      <Quiet>{t('issues.interval', { low: low ?? '', high: high ?? '' })}</Quiet>
    </Stack>
  );
}

function Volume(props: CellProps) {
  const app = useApp();
  const { figures, before } = props.row;
  return (
    <Stack $gap={3}>
      <p>
        <Count {...props} part="handled" value={figures.handled} />
      </p>
      <Quiet>{app.t('issues.volume_before', { volume: whole(app, before.handled) })}</Quiet>
    </Stack>
  );
}

/** CSAT with it against the rest. */
function Gap(props: CellProps) {
  const app = useApp();
  const { t } = app;
  const { own, rest } = props.row.sentence;
  if (own.value === null || !own.interval) return <Quiet>{t('issues.unrated')}</Quiet>;
  const text = t('issues.rate', {
    rate: percentText(app, own.value * 100),
    good: hole('good'),
    rated: hole('rated'),
  });
  const parts = {
    good: <Count {...props} part="good" value={own.k} />,
    rated: <Count {...props} part="rated" value={own.n} />,
  };
  return (
    <Stack $gap={4}>
      <p>
        <Rich text={text} parts={parts} />
      </p>
      <Interval value={own.value} interval={own.interval} />
      {rest.value !== null && (
        <Quiet>
          {t('issues.rest', { rate: percentText(app, rest.value * 100), rated: whole(app, rest.n) })}
        </Quiet>
      )}
    </Stack>
  );
}

/** Against the month before: a direction only where it can be told from chance. */
function Since({ row: { trend, csatBefore } }: Pick<CellProps, 'row'>) {
  const app = useApp();
  const { t } = app;
  if (csatBefore.value === null) return <Quiet>{t('issues.no_before')}</Quiet>;
  const before = t('issues.was', {
    rate: percentText(app, csatBefore.value * 100),
    good: whole(app, csatBefore.k),
    rated: whole(app, csatBefore.n),
  });
  if (!trend) return <Quiet>{before}</Quiet>;
  const points = pointsText(app, trend.value);
  return (
    <Stack $gap={3}>
      <p>
        {trend.isDistinct
          ? t(trend.value < 0 ? 'issues.worse' : 'issues.better', { points })
          : t('issues.untold', { points })}
      </p>
      <Quiet>{before}</Quiet>
    </Stack>
  );
}
