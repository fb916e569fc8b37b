/** Times between two statuses: the calendar's and the business hours', those still open apart, each with its tickets. */
import { useState } from 'react';
import type { StatusTimes } from '../../care/insights/statusTimes.ts';
import type { Figure, Metric } from '../../care/metrics/metric.ts';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { intervalText, sampleText, spreadText, valueText } from './figureText.ts';
import { TicketList } from './TicketList.tsx';

/** As spans of reports are written. */
const asSpan: Metric = {
  id: 'between',
  kind: 'span',
  isMoreBetter: false,
  base: () => true,
  isOpen: () => false,
  value: () => 0,
};

export function StatusFigures({ times, unread }: { times: StatusTimes; unread: number }) {
  const { t } = useApp();
  const [open, setOpen] = useState<'keys' | 'openKeys' | null>(null);
  const { calendar, business, keys, openKeys, others } = times;
  return (
    <Stack $gap={8}>
      <Spread name={t('between.calendar')} figure={calendar} onOpen={() => setOpen('keys')} />
      {business && <Spread name={t('between.business')} figure={business} onOpen={() => setOpen('keys')} />}
      {openKeys.length > 0 && (
        <Quiet>
          <Underlined type="button" onClick={() => setOpen('openKeys')}>
            {t('between.open', { n: openKeys.length })}
          </Underlined>
        </Quiet>
      )}
      {others > 0 && <Quiet>{t('between.others', { n: others })}</Quiet>}
      {unread > 0 && <Quiet role="status">{t('between.unread', { n: unread })}</Quiet>}
      {open && (
        <TicketList
          title={t(open === 'keys' ? 'between.list' : 'between.list_open')}
          keys={open === 'keys' ? keys : openKeys}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}

function Spread({ name, figure, onOpen }: { name: string; figure: Figure; onOpen: () => void }) {
  const { t, locale } = useApp();
  const median = valueText(t, locale, asSpan, figure);
  const interval = intervalText(t, locale, asSpan, figure);
  const more = [
    sampleText(t, locale, asSpan, { ...figure, span: null }),
    interval,
    ...spreadText(t, locale, figure),
  ];
  return (
    <Stack $gap={2}>
      <Quiet>{name}</Quiet>
      <p>
        {figure.n > 0 ? (
          <Underlined type="button" aria-label={t('between.open_list', { name, median })} onClick={onOpen}>
            <strong>{t('between.median', { median })}</strong>
          </Underlined>
        ) : (
          median
        )}
      </p>
      <Quiet>{more.filter(Boolean).join(' · ')}</Quiet>
    </Stack>
  );
}
