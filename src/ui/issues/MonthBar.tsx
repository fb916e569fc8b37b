import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { Line } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { monthText } from './issueText.ts';
import type { Month } from './useMonth.ts';

/** Which month, and the way to its meeting. */
export function MonthBar({ month, onPack }: { month: Month; onPack: () => void }) {
  const app = useApp();
  const { t } = app;
  const onChange = (from: string) => {
    const chosen = month.months.find((one) => String(one.from) === from);
    if (chosen) month.choose(chosen);
  };
  return (
    <Line className="no-print">
      <Field>
        <Label hidden>{t('issues.month')}</Label>
        <Select isCompact value={String(month.month.from)} onChange={({ target }) => onChange(target.value)}>
          {month.months.map((one, index) => (
            <option key={one.from} value={String(one.from)}>
              {index === 0
                ? t('issues.month_now', { month: monthText(app, one, month.zone) })
                : monthText(app, one, month.zone)}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" isPrimary onClick={onPack}>
        {t('issues.prepare')}
      </Button>
    </Line>
  );
}
