import { useState } from 'react';
import styled from 'styled-components';
import type { Mail, State } from '../../../control.ts';
import { readOutbox } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { color, focusRing, narrow, Quiet, TextLink } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { useLoaded } from '../useLoaded.ts';
import { useWorldEvent } from '../useWorldEvent.ts';
import { When } from '../When.tsx';
import { words } from '../words.ts';
import { MailText } from './MailText.tsx';

const Title = styled.h1`
  margin: 0 0 12px;
  font-size: 28px;
  line-height: 36px;
  font-weight: 600;
`;
const Rows = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
  background: ${color('background.default')};
  border: 1px solid ${color('border.default')};
  li + li {
    border-top: 1px solid ${color('border.subtle')};
  }
  a,
  button {
    display: block;
    width: 100%;
    padding: 10px 14px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    ${focusRing}
  }
  a:hover,
  button:hover,
  button[aria-pressed='true'] {
    background: ${color('background.recessed')};
  }
  span {
    display: block;
    color: ${color('foreground.subtle')};
    font-size: 14px;
    overflow-wrap: anywhere;
  }
`;
const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  gap: 20px;
  align-items: start;
  ${narrow} {
    grid-template-columns: minmax(0, 1fr);
  }
`;

type Customer = State['customers'][number];

function CustomerChoice({ customers }: { customers: Customer[] }) {
  const { customer } = words;
  return (
    <>
      <Title>{customer.choose}</Title>
      {customers.length === 0 && <Quiet>{customer.noCustomers}</Quiet>}
      {customers.length > 0 && (
        <Rows>
          {customers.map((one) => (
            <li key={one.userId}>
              <Link to={{ page: 'mailbox', customer: one.userId }}>
                <b>{one.name}</b>
                <span>{one.email}</span>
              </Link>
            </li>
          ))}
        </Rows>
      )}
    </>
  );
}

function MailList({ mails, shown, onShow }: { mails: Mail[]; shown?: Mail; onShow: (id: number) => void }) {
  return (
    <Rows aria-label={words.customer.mails}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" aria-pressed={mail === shown} onClick={() => onShow(mail.id)}>
            <b>{mail.subject}</b>
            <span>
              {mail.from.name}, <When at={mail.at} />
            </span>
          </button>
        </li>
      ))}
    </Rows>
  );
}

function OneMailbox({ owner }: { owner: Customer }) {
  const [shownId, setShownId] = useState<number | null>(null);
  const found = useLoaded(owner.email, () => readOutbox(owner.email));
  useWorldEvent(['outbox', 'clock'], found.reload);
  const mails = found.value ?? [];
  const shown = mails.find((mail) => mail.id === shownId) ?? mails[0];
  const { customer } = words;
  return (
    <>
      <TextLink as="p">
        <Link to={{ page: 'mailbox', customer: null }}>{customer.choose}</Link>
      </TextLink>
      <Title>{owner.name}</Title>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {found.value && mails.length === 0 && <Quiet>{customer.empty(owner.name)}</Quiet>}
      {!found.value && found.isLoading && <Quiet>{words.loading}</Quiet>}
      {shown && (
        <Columns>
          <MailList mails={mails} shown={shown} onShow={setShownId} />
          <MailText mail={shown} />
        </Columns>
      )}
    </>
  );
}

/** The mailbox of one customer, or the choice of whose. */
export function Mailbox({ customer }: { customer: number | null }) {
  const { customers } = useDesk().state();
  const owner = customers.find((one) => one.userId === customer);
  return owner ? <OneMailbox owner={owner} /> : <CustomerChoice customers={customers} />;
}
