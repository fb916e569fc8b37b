import styled from 'styled-components';
import type { ChannelMessage, WebhookCall } from '../../../control.ts';
import { readMessages, readWebhookCalls } from '../controlApi.ts';
import { color, Quiet } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { useLoaded } from '../useLoaded.ts';
import { useWorldEvent } from '../useWorldEvent.ts';
import { words } from '../words.ts';
import { PanelSection } from './PanelSection.tsx';

const List = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 12px;
  overflow-wrap: anywhere;
  li {
    padding: 5px 2px;
    border-bottom: 1px solid ${color('border.subtle')};
  }
`;
const shownLines = 20;

interface Line {
  at: string;
  where: string;
  ticketId: number;
  text: string;
}

const ofCall = ({ at, name, method, url, ticketId, body }: WebhookCall): Line => ({
  at,
  where: `${name}: ${method} ${url}`,
  ticketId,
  text: body,
});

const ofMessage = ({ at, tool, channelId, ticketId, subject, body }: ChannelMessage): Line => ({
  at,
  where: `${words.panel.tools[tool]}: ${channelId}`,
  ticketId,
  text: `${subject}\n${body}`,
});

async function readOutgoing(): Promise<Line[]> {
  const [calls, messages] = await Promise.all([readWebhookCalls(), readMessages()]);
  const lines = [...calls.map(ofCall), ...messages.map(ofMessage)];
  return lines.sort((one, other) => other.at.localeCompare(one.at)).slice(0, shownLines);
}

/** What would have left the account beside mails: calls of webhooks, messages to chat tools; newest first. */
export function OutgoingSection() {
  const found = useLoaded('outgoing', readOutgoing);
  useWorldEvent(['outbox', 'reset'], found.reload);
  const { panel } = words;
  const lines = found.value ?? [];
  return (
    <PanelSection title={panel.outgoing}>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {found.value?.length === 0 && <Quiet>{panel.noOutgoing}</Quiet>}
      <List>
        {lines.map(({ where, ticketId, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and the list is replaced whole
          <li key={index}>
            <b>{where}</b> #{ticketId}
            <br />
            {text}
          </li>
        ))}
      </List>
    </PanelSection>
  );
}
