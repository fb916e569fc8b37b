import styled from 'styled-components';
import type { UserJson } from '../../desk.ts';
import { Avatar } from '../Avatar.tsx';
import { useDesk } from '../DeskContext.tsx';
import { color, Page, PageTitle, Quiet, SectionTitle } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { findTickets, readJson, searchPath } from '../tickets.ts';
import { useLoaded } from '../useLoaded.ts';
import { words } from '../words.ts';
import { TicketTable } from './TicketTable.tsx';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 4px 16px;
  margin: 16px 0 24px;
  dt {
    color: ${color('foreground.subtle')};
  }
  dd {
    margin: 0;
  }
`;
const Heading = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
`;

function UserTickets({ user }: { user: UserJson }) {
  const desk = useDesk();
  const path = searchPath(`requester:${user.id}`, 'any', 1, 25);
  const found = useLoaded(path, () => findTickets(desk, path));
  return (
    <section>
      <SectionTitle>{words.user.tickets}</SectionTitle>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {found.value && <TicketTable tickets={found.value.tickets} label={words.user.tickets} />}
    </section>
  );
}

/** One person: who they are, and their tickets. */
export function UserPage({ id }: { id: number }) {
  const desk = useDesk();
  const found = useLoaded(String(id), async () => {
    const answer = (await readJson(desk, `/api/v2/users/${id}`)) as { user: UserJson };
    return answer.user;
  });
  const user = found.value ?? desk.user(id);
  if (!user) {
    return (
      <Page>
        <PageTitle>{words.user.title(id)}</PageTitle>
        <Quiet>{found.isLoading ? words.loading : words.user.unknown}</Quiet>
      </Page>
    );
  }
  return (
    <Page>
      <Heading>
        <Avatar name={user.name} size={44} />
        <PageTitle>{user.name}</PageTitle>
      </Heading>
      <Facts>
        <dt>{words.user.email}</dt>
        <dd>{user.email}</dd>
        <dt>{words.user.role}</dt>
        <dd>{words.top.roles[user.role] ?? user.role}</dd>
        <dt>{words.user.zone}</dt>
        <dd>{user.time_zone}</dd>
      </Facts>
      <UserTickets user={user} />
    </Page>
  );
}
