import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Exchange } from '../../../control.ts';
import { readLog } from '../controlApi.ts';
import { color, focusRing, Quiet } from '../look.ts';
import { Problem } from '../Problem.tsx';
import { useLoaded } from '../useLoaded.ts';
import { words } from '../words.ts';
import { Buttons, PanelSection } from './PanelSection.tsx';

const List = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 12px;
  li {
    border-bottom: 1px solid ${color('border.subtle')};
  }
  summary {
    display: flex;
    gap: 8px;
    padding: 5px 2px;
    cursor: pointer;
    ${focusRing}
  }
  summary span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    direction: ltr;
  }
  details[open] summary span {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  pre {
    max-height: 240px;
    margin: 4px 0 8px;
    padding: 8px;
    overflow: auto;
    border-radius: 4px;
    background: ${color('background.recessed')};
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    ${focusRing}
  }
`;
const Status = styled.b<{ $isFailure: boolean }>`
  color: ${({ $isFailure, theme }) => color($isFailure ? 'foreground.danger' : 'foreground.success')({ theme })};
`;
const shownLines = 50;
const longestBody = 4000;

/** The log is written oldest first; exchanges of one instant keep that order when turned round. */
function newestFirst(exchanges: Exchange[]): Exchange[] {
  const isOldestFirst = (exchanges[0]?.at ?? '') <= (exchanges.at(-1)?.at ?? '');
  return isOldestFirst ? [...exchanges].reverse() : exchanges;
}

function textOf(body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  if (!text) return words.none;
  return text.length > longestBody ? `${text.slice(0, longestBody)} …` : text;
}

function BodyText({ label, body }: { label: string; body: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <pre tabIndex={0}>
      {label}: {textOf(body)}
    </pre>
  );
}

function ExchangeLine({ exchange }: { exchange: Exchange }) {
  const { panel } = words;
  return (
    <li>
      <details>
        <summary>
          <Status $isFailure={exchange.status >= 400 || exchange.status === 0}>{exchange.status}</Status>
          <b>{exchange.method}</b>
          <span title={exchange.url}>{exchange.url}</span>
          {exchange.user}
        </summary>
        <BodyText label={panel.asked} body={exchange.requestBody} />
        <BodyText label={panel.answered} body={exchange.responseBody} />
      </details>
    </li>
  );
}

/** The last exchanges with the API, newest first. */
export function LogSection() {
  const found = useLoaded('log', () => readLog(shownLines));
  const { panel } = words;
  const exchanges = newestFirst(found.value ?? []);
  return (
    <PanelSection title={panel.log}>
      <Buttons>
        <Button size="small" onClick={found.reload}>
          {panel.refresh}
        </Button>
      </Buttons>
      {found.problem && <Problem sentence={found.problem} onRetry={found.reload} />}
      {found.value?.length === 0 && <Quiet>{panel.noLog}</Quiet>}
      <List>
        {exchanges.map((exchange, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: exchanges have no id, and the list is replaced whole
          <ExchangeLine key={index} exchange={exchange} />
        ))}
      </List>
    </PanelSection>
  );
}
