import type { KeyboardEvent } from 'react';
import styled from 'styled-components';
import { hasUnsaved } from '../../deskEdits.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { Link } from '../Link.tsx';
import { color, focusRing, VisuallyHidden } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';

const List = styled.ul`
  display: flex;
  gap: 4px;
  min-width: 0;
  margin: 0;
  padding: 0;
  list-style: none;
`;
const Tab = styled.li<{ $isActive: boolean }>`
  display: flex;
  align-items: center;
  flex: 0 1 200px;
  min-width: 112px;
  border: 1px solid ${color('border.default')};
  border-radius: 6px;
  background: ${({ $isActive, theme }) => color($isActive ? 'background.raised' : 'background.recessed')({ theme })};
  box-shadow: ${({ $isActive, theme }) =>
    $isActive ? `inset 0 -2px 0 ${color('border.primaryEmphasis')({ theme })}` : 'none'};
  a {
    flex: 1;
    min-width: 0;
    padding: 6px 4px 6px 10px;
    overflow: hidden;
    color: ${color('foreground.default')};
    font-weight: ${({ $isActive }) => ($isActive ? 600 : 400)};
    text-decoration: none;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-radius: 5px;
    ${focusRing}
  }
  button {
    display: grid;
    place-items: center;
    flex: none;
    width: 24px;
    height: 24px;
    margin-inline-end: 4px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: transparent;
    color: ${color('foreground.subtle')};
    cursor: pointer;
    ${focusRing}
  }
  button:hover {
    background: ${color('background.disabled')};
  }
`;

/** Focus goes to the tab `step` places away from the one `element` is in; false when there is none. */
function focusBeside(element: Element, step: number): boolean {
  const links = [...(element.closest('ul')?.querySelectorAll('a') ?? [])];
  const here = links.findIndex((link) => link.closest('li') === element.closest('li'));
  links[here + step]?.focus();
  return here + step in links;
}

/** Closes a tab and leaves the focus on the one beside it. */
function closeFrom(element: Element, onClose: () => void) {
  if (!focusBeside(element, 1)) focusBeside(element, -1);
  onClose();
}

/** Left and right arrows walk the tabs, Delete closes the one in focus. */
function onTabKey(event: KeyboardEvent<HTMLAnchorElement>, onClose: () => void) {
  if (event.key === 'Delete') return closeFrom(event.currentTarget, onClose);
  if (event.key === 'ArrowLeft') focusBeside(event.currentTarget, -1);
  if (event.key === 'ArrowRight') focusBeside(event.currentTarget, 1);
}

export function TicketTabs() {
  const desk = useDesk();
  const route = desk.route();
  const activeId = route.page === 'ticket' ? route.id : null;
  return (
    <List aria-label={words.top.tabs}>
      {desk.tabs().map((tab) => (
        <Tab key={tab.id} $isActive={tab.id === activeId}>
          <Link
            to={{ page: 'ticket', id: tab.id }}
            aria-current={tab.id === activeId ? 'page' : undefined}
            title={tab.saved?.subject}
            onKeyDown={(event) => onTabKey(event, () => desk.closeTab(tab.id))}
            onAuxClick={(event) => event.button === 1 && desk.closeTab(tab.id)}
          >
            {hasUnsaved(tab) && (
              <>
                <span aria-hidden>● </span>
                <VisuallyHidden>{words.top.unsaved} </VisuallyHidden>
              </>
            )}
            #{tab.id} {tab.saved ? desk.shown(tab).subject : ''}
          </Link>
          <button
            type="button"
            aria-label={words.top.closeTab(tab.id)}
            onClick={(event) => closeFrom(event.currentTarget, () => desk.closeTab(tab.id))}
          >
            <SafeSvg markup={icons.close} size={12} />
          </button>
        </Tab>
      ))}
    </List>
  );
}
