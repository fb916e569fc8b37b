import { IconButton } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { UserJson } from '../../desk.ts';
import { Avatar } from '../Avatar.tsx';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { color, narrow } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { TicketTabs } from './TicketTabs.tsx';

const Bar = styled.header`
  grid-area: top;
  display: flex;
  align-items: center;
  gap: 8px;
  min-width: 0;
  padding: 0 12px;
  background: ${color('background.default')};
  border-bottom: 1px solid ${color('border.default')};
`;
const Tabs = styled.nav`
  flex: 1;
  min-width: 0;
  padding: 3px;
  overflow-x: auto;
  scrollbar-width: thin;
`;
const Person = styled.div`
  display: flex;
  align-items: center;
  gap: 8px;
  flex: none;
  line-height: 16px;
  p {
    margin: 0;
  }
  p + p {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
  ${narrow} {
    div {
      display: none;
    }
  }
`;

/** The persona's word where the person is one of the cast, the role otherwise. */
function useRoleWord(me: UserJson): string {
  const persona = useDesk()
    .state()
    .personas.find((one) => one.userId === me.id);
  const key = persona?.key ?? (me.role_type === 1 ? 'light_agent' : me.role);
  return words.top.roles[key] ?? me.role;
}

function SignedIn({ me }: { me: UserJson }) {
  const role = useRoleWord(me);
  return (
    <Person title={`${me.name}, ${role}`}>
      <Avatar name={me.name} />
      <div>
        <p>{me.name}</p>
        <p>{role}</p>
      </div>
    </Person>
  );
}

function TrayToggle() {
  const desk = useDesk();
  const isOpen = desk.isTrayOpen();
  const label = isOpen ? words.top.hideTray : words.top.showTray;
  return (
    <IconButton
      size="small"
      isPill={false}
      aria-label={label}
      title={label}
      aria-pressed={isOpen}
      onClick={() => desk.setTrayOpen(!isOpen)}
    >
      <SafeSvg markup={icons.panels} />
    </IconButton>
  );
}

/** Ticket tabs, the apps' top bar icons, and who is signed in. */
export function TopBar({ children }: { children?: ReactNode }) {
  const desk = useDesk();
  const me = desk.me();
  return (
    <Bar aria-label={words.top.label}>
      <Tabs aria-label={words.top.tabs}>
        <TicketTabs />
      </Tabs>
      {children}
      {desk.route().page === 'ticket' && <TrayToggle />}
      {me ? <SignedIn me={me} /> : <span>{words.signedOut}</span>}
    </Bar>
  );
}
