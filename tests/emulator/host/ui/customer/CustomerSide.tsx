import styled from 'styled-components';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { Link } from '../Link.tsx';
import { color, focusRing } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { Mailbox } from './Mailbox.tsx';
import { Survey } from './Survey.tsx';

/* Serif and paper: nobody should mistake this for the agent's side. */
const Paper = styled.div`
  min-height: 100dvh;
  background: ${color('background.recessed')};
  color: ${color('foreground.default')};
  font-family: Georgia, 'Liberation Serif', 'Times New Roman', serif;
  font-size: 16px;
  line-height: 24px;
`;
const Header = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 16px;
  padding: 10px 20px;
  border-bottom: 3px double ${color('border.default')};
  background: ${color('background.default')};
  strong {
    font-weight: 600;
    font-style: italic;
  }
  nav {
    display: flex;
    gap: 16px;
  }
  a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: ${color('foreground.primary')};
    ${focusRing}
  }
`;
const Middle = styled.main`
  max-width: 860px;
  margin: 0 auto;
  padding: 24px 16px 64px;
`;

/** What the customer sees: the mailbox, and the survey a mail leads to. */
export function CustomerSide() {
  const route = useDesk().route();
  return (
    <Paper>
      <Header>
        <strong>{words.customer.side}</strong>
        <nav aria-label={words.customer.side}>
          {route.page === 'survey' && (
            <Link to={{ page: 'mailbox', customer: null }}>{words.customer.mailbox}</Link>
          )}
          <Link to={{ page: 'dashboard' }}>
            <SafeSvg markup={icons.home} size={14} />
            {words.customer.back}
          </Link>
        </nav>
      </Header>
      <Middle>
        {route.page === 'mailbox' && <Mailbox key={route.customer} customer={route.customer} />}
        {route.page === 'survey' && (
          <Survey
            key={`${route.ticketId} ${route.accessToken}`}
            ticketId={route.ticketId}
            accessToken={route.accessToken}
          />
        )}
      </Middle>
    </Paper>
  );
}
