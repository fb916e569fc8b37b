/** What pulls the month's CSAT down, most first; below it what has too few ratings for a place. */
import type { Pack, PackIssue } from '../../care/issues/pack.ts';
import { Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { ImpactRows } from './ImpactRows.tsx';
import { monthText, percentText, whole } from './issueText.ts';
import { Heading, Section } from './layout.ts';
import type { Month } from './useMonth.ts';
import type { MonthData } from './useMonthData.ts';

export interface RankedProps {
  pack: Pack;
  names: Record<string, string>;
  month: Month;
  /** Without the way to the tickets, on paper, numbers are text. */
  data?: MonthData;
  onOpen?: (id: string) => void;
  onBehind?: (title: string, keys: Promise<string[]>) => void;
}

/** On paper topics nobody has taken up stand in their place; on the page they have a section of their own. */
const shownOf = (rows: readonly PackIssue[], isPaper: boolean) =>
  isPaper ? rows : rows.filter(({ issue }) => issue !== null);

export function Ranked(props: RankedProps) {
  const { pack, month } = props;
  const app = useApp();
  const { t } = app;
  const isPaper = props.onOpen === undefined;
  const [ranked, few] = [shownOf(pack.ranked, isPaper), shownOf(pack.few, isPaper)];
  const { csat } = pack;
  return (
    <Section $gap={8}>
      <Heading>{t('issues.ranked')}</Heading>
      <Quiet>
        {csat.value === null
          ? t('issues.month_unrated', { month: monthText(app, month.month, month.zone), count: pack.volume })
          : t('issues.month_csat', {
              month: monthText(app, month.month, month.zone),
              rate: percentText(app, csat.value * 100),
              good: whole(app, csat.k),
              rated: whole(app, csat.n),
            })}{' '}
        {t('issues.pull_means')}
      </Quiet>
      {ranked.length === 0 && <Quiet>{t('issues.ranked_none')}</Quiet>}
      {ranked.length > 0 && <ImpactRows {...props} rows={ranked} label={t('issues.ranked')} />}
      {few.length > 0 && (
        <Stack $gap={6} style={{ marginTop: 8 }}>
          <Quiet>{t('issues.few')}</Quiet>
          <ImpactRows {...props} rows={few} label={t('issues.few')} isFew />
        </Stack>
      )}
    </Section>
  );
}
