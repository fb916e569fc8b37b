/** Value at risk, contacted and recovered: each with how many customers it rests on, and their tickets. */
import { useState } from 'react';
import styled from 'styled-components';
import type { ReadValue } from '../../actions/readValue.ts';
import type { CustomerValue } from '../../care/configuration.ts';
import { keyOfTicket } from '../../care/feedback.ts';
import { Quiet, Stack, Underlined } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { TicketList } from './TicketList.tsx';

const Figures = styled.dl`
  display: flex;
  flex-wrap: wrap;
  gap: 12px 32px;
  dt + dd { font-size: 24px; line-height: 30px; font-weight: 600; font-variant-numeric: tabular-nums; }
`;

const sums = ['atRisk', 'contacted', 'recovered'] as const;

interface Props {
  setting: CustomerValue;
  found: ReadValue;
  /** Bad scores that name no ticket. */
  withoutTicket: number;
}

export function ValueFigures({ setting, found, withoutTicket }: Props) {
  const { t, locale } = useApp();
  const [open, setOpen] = useState<keyof ReadValue['ticketIds'] | null>(null);
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
  const names = {
    atRisk: t('value.at_risk'),
    contacted: t('value.contacted'),
    recovered: t('value.recovered'),
    without: t('value.without_title'),
  };
  const unread = found.unread + withoutTicket;
  const field = { field: setting.fieldKey };
  if (found.isFieldGone) return <Quiet role="alert">{t('value.gone', field)}</Quiet>;
  return (
    <Stack $gap={8}>
      <Figures>
        {sums.map((name) => {
          const { customers, value } = found[name];
          const amount = t('value.amount', { value: number(value), unit: setting.unit }).trim();
          return (
            <div key={name}>
              <Quiet as="dt">{names[name]}</Quiet>
              <dd>
                {customers > 0 ? (
                  <Underlined
                    type="button"
                    aria-label={t('value.open', { name: names[name], amount })}
                    onClick={() => setOpen(name)}
                  >
                    {amount}
                  </Underlined>
                ) : (
                  amount
                )}
              </dd>
              <Quiet as="dd">{t('value.customers', { count: customers, n: number(customers) })}</Quiet>
            </div>
          );
        })}
      </Figures>
      <Quiet>{t('value.rule')}</Quiet>
      {found.without > 0 && (
        <Quiet>
          <Underlined type="button" onClick={() => setOpen('without')}>
            {t('value.without', {
              n: number(found.without),
              all: number(found.without + found.atRisk.customers),
            })}
          </Underlined>
        </Quiet>
      )}
      {found.noNumbers > 0 && (
        <Quiet>
          {t('value.no_numbers', { count: found.noNumbers, n: number(found.noNumbers), ...field })}
        </Quiet>
      )}
      {unread > 0 && <Quiet>{t('value.unread', { n: number(unread) })}</Quiet>}
      {open && (
        <TicketList
          title={names[open]}
          keys={found.ticketIds[open].map(keyOfTicket)}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}
