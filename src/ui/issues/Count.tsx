import type { IssuePart } from '../../care/issues/issueFigures.ts';
import type { PackEntry } from '../../care/issues/pack.ts';
import { useApp } from '../useApp.ts';
import { whole } from './issueText.ts';
import { NumberLink } from './NumberLink.tsx';
import type { MonthData } from './useMonthData.ts';

interface Props {
  row: Pick<PackEntry, 'issue' | 'name'>;
  /** Without the way to the tickets, on paper, it is text. */
  data?: MonthData;
  onBehind?: (title: string, keys: Promise<string[]>) => void;
  part: IssuePart;
  value: number;
}

/** A number of an issue or of a topic, and its tickets. */
export function Count({ row, data, onBehind, part, value }: Props) {
  const app = useApp();
  const { t } = app;
  const text = whole(app, value);
  if (!data || !onBehind) return <strong>{text}</strong>;
  const what = t(`issues.part.${part}`);
  const title = t('issues.behind_part', { what, name: row.name });
  return <NumberLink text={text} what={title} onOpen={() => onBehind(title, data.keysOf(row, part))} />;
}
