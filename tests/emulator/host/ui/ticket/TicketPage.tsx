import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import styled from 'styled-components';
import type { TicketTab } from '../../desk.ts';
import { useDesk } from '../DeskContext.tsx';
import { color, narrow, Page, Quiet } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { words } from '../words.ts';
import { Composer } from './Composer.tsx';
import { Conversation } from './Conversation.tsx';
import { Properties } from './Properties.tsx';
import { TicketHeader } from './TicketHeader.tsx';

const Columns = styled.div`
  display: grid;
  grid-template: minmax(0, 1fr) / clamp(210px, 24%, 270px) minmax(0, 1fr);
  height: 100%;
  ${narrow} {
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    > [data-shown='false'] {
      display: none;
    }
  }
`;
const Side = styled.section`
  min-height: 0;
  overflow-y: auto;
  padding: 14px 16px 32px;
  border-inline-end: 1px solid ${color('border.default')};
  background: ${color('background.recessed')};
`;
const Centre = styled.div`
  display: flex;
  flex-direction: column;
  min-width: 0;
  min-height: 0;
`;
const Switch = styled.div`
  display: none;
  gap: 8px;
  padding: 8px 12px;
  border-bottom: 1px solid ${color('border.default')};
  ${narrow} {
    display: flex;
  }
`;
const Notices = styled.div`
  display: grid;
  gap: 8px;
  padding: 0 16px;
  &:not(:empty) {
    padding-top: 12px;
  }
  > * {
    padding-block: 10px;
  }
`;

type Part = 'conversation' | 'properties';
const parts: Part[] = ['conversation', 'properties'];

function PartSwitch({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  return (
    <Switch role="group" aria-label={words.ticket.fieldPanes}>
      {parts.map((one) => (
        <Button
          key={one}
          size="small"
          isPrimary={one === part}
          aria-pressed={one === part}
          onClick={() => onPart(one)}
        >
          {words.ticket[one]}
        </Button>
      ))}
    </Switch>
  );
}

function TicketNotices({ tab }: { tab: TicketTab }) {
  const desk = useDesk();
  const { ticket } = words;
  return (
    <Notices>
      {tab.updatedBy !== null && (
        <Alert type="warning" role="status">
          <Title isRegular>{ticket.updatedBy(desk.user(tab.updatedBy)?.name ?? words.unnamed)}</Title>
          <Button size="small" style={{ marginTop: 8 }} onClick={() => void desk.reloadTab(tab.id)}>
            {ticket.reload}
          </Button>
        </Alert>
      )}
      {tab.problem && <Problem sentence={tab.problem} />}
    </Notices>
  );
}

function OpenTicket({ tab }: { tab: TicketTab }) {
  const [part, setPart] = useState<Part>('conversation');
  return (
    <Columns>
      <PartSwitch part={part} onPart={setPart} />
      <Side aria-label={words.ticket.properties} data-shown={part === 'properties'}>
        <Properties tab={tab} />
      </Side>
      <Centre data-shown={part === 'conversation'}>
        <TicketHeader tab={tab} />
        <TicketNotices tab={tab} />
        <Conversation comments={tab.comments} />
        <Composer tab={tab} />
      </Centre>
    </Columns>
  );
}

/** One ticket: its properties, what was said, and the composer. */
export function TicketPage({ id }: { id: number }) {
  const desk = useDesk();
  const tab = desk.tab(id);
  if (tab?.saved) return <OpenTicket tab={tab} />;
  return (
    <Page>
      {tab?.state === 'failed' ? (
        <Problem sentence={tab.problem ?? words.ticket.label(id)} onRetry={() => void desk.reloadTab(id)} />
      ) : (
        <Quiet role="status">{words.loading}</Quiet>
      )}
    </Page>
  );
}
