import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { InstalledApp } from '../../../control.ts';
import type { Route } from '../../desk.ts';
import { dashed } from '../../deskRoutes.ts';
import { useZaf } from '../apps/ZafContext.tsx';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { Link } from '../Link.tsx';
import { chrome, color, narrow } from '../look.ts';
import { appOf } from '../paths.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';

const Rail = styled.nav`
  grid-area: rail;
  display: flex;
  flex-direction: column;
  gap: 4px;
  padding: 8px 6px;
  background: ${chrome(900, 1200)};
  color: #e9f1f1;
  border-inline-end: 1px solid ${color('border.subtle')};
  ul {
    display: contents;
    list-style: none;
  }
  li {
    display: contents;
  }
  ${narrow} {
    flex-direction: row;
    justify-content: space-around;
    padding: 4px 8px;
  }
`;

const railItem = `
  display: grid;
  place-items: center;
  width: 44px;
  height: 44px;
  padding: 0;
  border: 0;
  border-radius: 6px;
  background: transparent;
  color: inherit;
  cursor: pointer;
  position: relative;
  &:hover { background: rgb(255 255 255 / 12%); }
  &[aria-current='page'], &[aria-expanded='true'] { background: rgb(255 255 255 / 22%); color: #fff; }
  &[aria-current='page']::before {
    content: '';
    position: absolute;
    inset-inline-start: -6px;
    inset-block: 8px;
    width: 3px;
    border-radius: 2px;
    background: currentcolor;
  }
  &:focus-visible { outline: 2px solid #fff; outline-offset: -2px; }
`;
const RailLink = styled(Link)`
  ${railItem}
`;
const RailButton = styled.button`
  ${railItem}
`;
const Gap = styled.li`
  && {
    display: block;
    flex: 1;
  }
  ${narrow} {
    && {
      display: none;
    }
  }
`;

const noContext = {};

interface RailItemProps {
  to: Route;
  name: string;
  isCurrent: boolean;
  icon: ReactNode;
}

function RailItem({ to, name, isCurrent, icon }: RailItemProps) {
  return (
    <li>
      <RailLink to={to} aria-label={name} title={name} aria-current={isCurrent ? 'page' : undefined}>
        {icon}
      </RailLink>
    </li>
  );
}

/** The symbol or the letters the app chose, which its background may change before the page was ever opened. */
function AppIcon({ app }: { app: InstalledApp }) {
  const { icon } = useZaf().instanceFor(app, 'nav_bar', noContext);
  const markup = app.icons.nav_bar;
  if (icon.chars) return <b>{icon.chars}</b>;
  return <SafeSvg markup={markup ?? icons.puzzle} size={markup ? 24 : 18} symbol={icon.symbol} />;
}

function AppItems() {
  const desk = useDesk();
  const route = desk.route();
  const apps = desk.apps().filter((app) => app.locations.nav_bar);
  const current = route.page === 'app' ? appOf(apps, route.name) : undefined;
  return apps.map((app) => (
    <RailItem
      key={app.installationId}
      to={{ page: 'app', name: dashed(app.name), segments: [] }}
      name={app.name}
      isCurrent={app === current}
      icon={<AppIcon app={app} />}
    />
  ));
}

interface NavRailProps {
  isPanelOpen: boolean;
  onPanel: () => void;
}

export function NavRail({ isPanelOpen, onPanel }: NavRailProps) {
  const { page } = useDesk().route();
  const { nav } = words;
  const icon = (markup: string) => <SafeSvg markup={markup} size={18} />;
  return (
    <Rail aria-label={nav.label}>
      <ul>
        <RailItem
          to={{ page: 'dashboard' }}
          name={nav.home}
          isCurrent={page === 'dashboard'}
          icon={icon(icons.home)}
        />
        <RailItem
          to={{ page: 'views' }}
          name={nav.views}
          isCurrent={page === 'views' || page === 'ticket'}
          icon={icon(icons.table)}
        />
        <AppItems />
        <Gap aria-hidden />
        <RailItem
          to={{ page: 'mailbox', customer: null }}
          name={nav.mailbox}
          isCurrent={false}
          icon={icon(icons.mail)}
        />
        <li>
          <RailButton
            type="button"
            id="emulator-panel-toggle"
            aria-label={nav.panel}
            title={nav.panel}
            aria-expanded={isPanelOpen}
            onClick={onPanel}
          >
            {icon(icons.sliders)}
          </RailButton>
        </li>
      </ul>
    </Rail>
  );
}
