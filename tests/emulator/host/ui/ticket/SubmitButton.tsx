import { Button, IconButton, SplitButton } from '@zendeskgarden/react-buttons';
import { Item, Menu } from '@zendeskgarden/react-dropdowns';
import type { TicketStatus, TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { isFieldVisible, isLightAgent, useSubmitStatus, visibleOptions } from './editing.ts';

const submittable: TicketStatus[] = ['open', 'pending', 'hold', 'solved'];

function StatusMenu({ tab, isDisabled }: { tab: TicketTab; isDisabled: boolean }) {
  const desk = useDesk();
  const options = visibleOptions(
    tab,
    'status',
    submittable.map((value) => ({ value })),
  );
  return (
    <Menu
      placement="top-end"
      button={(props) => (
        <IconButton
          {...props}
          size="small"
          isPrimary
          isPill={false}
          disabled={isDisabled}
          aria-label={words.ticket.submitMenu}
          focusInset
        >
          <SafeSvg markup={icons.chevronDown} size={12} />
        </IconButton>
      )}
      onChange={({ value }) => {
        const chosen = submittable.find((status) => status === value);
        if (chosen) void desk.submit(tab.id, chosen);
      }}
    >
      {options.map(({ value }) => (
        <Item key={value} value={value}>
          {words.ticket.submitAs(words.status[value])}
        </Item>
      ))}
    </Menu>
  );
}

/** "Submit as Open", with the other statuses in a menu; light agents add their note and leave the status. */
export function SubmitButton({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const isBusy = tab.state === 'submitting';
  const isDisabled = isBusy || tab.isSaveDisabled;
  const status = useSubmitStatus(tab);
  const isNoteOnly = isLightAgent(desk.me());
  const label = isNoteOnly ? words.ticket.submitNote : words.ticket.submitAs(words.status[status]);
  const hasMenu = !isNoteOnly && isFieldVisible(tab, 'status');
  const main = (
    <Button size="small" isPrimary disabled={isDisabled} onClick={() => void desk.submit(tab.id, status)}>
      {isBusy ? words.ticket.submitting : label}
    </Button>
  );
  if (!hasMenu) return main;
  return (
    <SplitButton>
      {main}
      <StatusMenu tab={tab} isDisabled={isDisabled} />
    </SplitButton>
  );
}
