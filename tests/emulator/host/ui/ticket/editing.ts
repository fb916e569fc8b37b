/** Who may change what of a ticket on the screen: role, closed tickets, and what apps hid or disabled. */
import type { TicketStatus, TicketTab, UserJson } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';

/** Zendesk's `role_type` of light agents. */
const lightAgentType = 1;

export function isLightAgent(me: UserJson | null): boolean {
  return me?.role_type === lightAgentType;
}

export function isClosed(tab: TicketTab): boolean {
  return tab.saved?.status === 'closed';
}

export function isFieldVisible(tab: TicketTab, field: string): boolean {
  return tab.fieldStates[field]?.isVisible ?? true;
}

/** Options of a field left after apps hid some. */
export function visibleOptions<Option extends { value: string }>(
  tab: TicketTab,
  field: string,
  options: Option[],
): Option[] {
  const hidden = tab.fieldStates[field]?.hiddenOptions ?? [];
  return options.filter((option) => !hidden.includes(option.value));
}

/** The status a submit would leave: a new ticket that is answered becomes open, a light agent's note changes nothing. */
export function useSubmitStatus(tab: TicketTab): TicketStatus {
  const desk = useDesk();
  const { status } = desk.shown(tab);
  return status === 'new' && !isLightAgent(desk.me()) ? 'open' : status;
}

/** Tells for each field key whether the person may change it now. */
export function useMayEdit(tab: TicketTab): (field: string) => boolean {
  const me = useDesk().me();
  const mayAny = !isClosed(tab) && !isLightAgent(me) && tab.state === 'ready';
  return (field) => mayAny && (tab.fieldStates[field]?.isEnabled ?? true);
}
