import styled from 'styled-components';
import type { TicketJson } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { Link } from '../Link.tsx';
import { color, focusRing, Page, PageTitle, Quiet, SectionTitle, TextLink } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import { findTickets, type Satisfaction, searchPath } from '../tickets.ts';
import { fullDate } from '../time.ts';
import { useLoaded } from '../useLoaded.ts';
import { When } from '../When.tsx';
import { words } from '../words.ts';

const Cards = styled.ol`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(230px, 1fr));
  gap: 12px;
  margin: 12px 0 32px;
  padding: 0;
  list-style: none;
  li {
    display: flex;
  }
  a {
    flex: 1;
    padding: 14px 16px;
    border: 1px solid ${color('border.default')};
    border-radius: 8px;
    background: ${color('background.raised')};
    color: ${color('foreground.default')};
    text-decoration: none;
    ${focusRing}
  }
  a:hover {
    border-color: ${color('border.primaryEmphasis')};
  }
  strong {
    display: block;
    margin-bottom: 4px;
    color: ${color('foreground.primary')};
    font-weight: 600;
  }
`;
const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
  gap: 24px;
`;
const Tickets = styled.ul`
  margin: 8px 0 0;
  padding: 0;
  list-style: none;
  border-top: 1px solid ${color('border.subtle')};
  a {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    padding: 9px 4px;
    border-bottom: 1px solid ${color('border.subtle')};
    color: ${color('foreground.default')};
    text-decoration: none;
    ${focusRing}
  }
  a:hover {
    background: ${color('background.recessed')};
  }
  a > span:nth-child(2) {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

/** Steps for a newcomer. Plain links: each loads the page afresh with its presets. */
function Tour() {
  const { tour } = useDesk().state();
  if (tour.length === 0) return null;
  return (
    <section aria-labelledby="tour">
      <SectionTitle id="tour">{words.dashboard.tour}</SectionTitle>
      <Quiet>{words.dashboard.tourIntro}</Quiet>
      <Cards>
        {tour.map((step) => (
          <li key={step.href + step.title}>
            <a href={step.href}>
              <strong>{step.title}</strong>
              {step.text}
            </a>
          </li>
        ))}
      </Cards>
    </section>
  );
}

function TicketLine({ ticket }: { ticket: TicketJson }) {
  return (
    <li>
      <Link to={{ page: 'ticket', id: ticket.id }}>
        <StatusBadge status={ticket.status} />
        <span>
          #{ticket.id} {ticket.subject}
        </span>
        <When at={ticket.updated_at} />
      </Link>
    </li>
  );
}

function Recent({ title, satisfaction }: { title: string; satisfaction: Satisfaction }) {
  const desk = useDesk();
  const path = searchPath('', satisfaction, 1, 6);
  const found = useLoaded(`${desk.me()?.id} ${path}`, () => findTickets(desk, path));
  return (
    <section aria-label={title} aria-busy={found.isLoading}>
      <SectionTitle>{title}</SectionTitle>
      {found.problem ? (
        <Problem sentence={found.problem} onRetry={found.reload} />
      ) : (
        <Tickets>
          {found.value?.tickets.map((ticket) => (
            <TicketLine key={ticket.id} ticket={ticket} />
          ))}
        </Tickets>
      )}
      {found.value?.tickets.length === 0 && <Quiet>{words.dashboard.nothing}</Quiet>}
      {!found.value && found.isLoading && <Quiet>{words.loading}</Quiet>}
    </section>
  );
}

/** Where a session starts: the tour, and tickets worth opening. */
export function Dashboard() {
  const desk = useDesk();
  const me = desk.me();
  const { dashboard } = words;
  return (
    <Page>
      <Quiet>{words.product}</Quiet>
      <PageTitle>{dashboard.greeting(me?.name ?? words.unnamed)}</PageTitle>
      <Quiet style={{ marginBottom: 24 }}>
        {dashboard.today(fullDate(desk.state().now, me?.iana_time_zone ?? 'UTC'))}
      </Quiet>
      <Tour />
      <Columns>
        <Recent title={dashboard.recentBad} satisfaction="bad" />
        <Recent title={dashboard.recentGood} satisfaction="good" />
        <Recent title={dashboard.updated} satisfaction="any" />
      </Columns>
      <TextLink as="p">
        <Link to={{ page: 'views' }}>{dashboard.allViews}</Link>
      </TextLink>
    </Page>
  );
}
