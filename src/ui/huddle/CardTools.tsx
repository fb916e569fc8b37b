/** What can be done with an item: why it is there, its ticket, and away with it. */
import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import { openTicket } from '../../actions/goTo.ts';
import type { HuddleView } from '../../actions/readHuddle.ts';
import type { Slot } from '../../care/huddle/huddle.ts';
import { Line, Quiet, Stack } from '../layout.ts';
import { useApp } from '../useApp.ts';
import { useGoTo } from '../useGoTo.ts';
import { whyOf } from './huddleText.ts';

interface Props {
  view: HuddleView;
  slot: Slot;
  isBusy: boolean;
  onPass: (how: 'skip' | 'replace') => void;
}

export function CardTools({ view, slot, isBusy, onPass }: Props) {
  const app = useApp();
  const { t } = app;
  const { go, refused } = useGoTo();
  const [isWhy, setWhy] = useState(false);
  const id = useId();
  const item = view.items[slot];
  const ticketId = item !== null && item !== 'gone' ? item.ticketId : null;
  const isSkipped = view.huddle.skipped.includes(slot);
  if (item === null && !isSkipped) return null;
  const pass = (how: 'skip' | 'replace') => !isBusy && onPass(how);
  return (
    <Stack $gap={6}>
      <Line $gap={4}>
        <Button size="small" aria-disabled={isBusy} onClick={() => pass('replace')}>
          {t(isSkipped ? 'huddle.show_again' : 'huddle.replace')}
        </Button>
        {!isSkipped && (
          <Button size="small" aria-disabled={isBusy} onClick={() => pass('skip')}>
            {t('huddle.skip')}
          </Button>
        )}
        {ticketId !== null && (
          <Button
            size="small"
            isBasic
            onClick={() => void go(() => openTicket(app, ticketId), t('insights.ticket', { id: ticketId }))}
          >
            {t('huddle.open_ticket')}
          </Button>
        )}
        {item !== null && item !== 'gone' && (
          <Button
            size="small"
            isBasic
            aria-expanded={isWhy}
            aria-controls={id}
            onClick={() => setWhy(!isWhy)}
          >
            {t('huddle.why')}
          </Button>
        )}
      </Line>
      {refused && <Quiet role="alert">{refused}</Quiet>}
      <div id={id} hidden={!isWhy}>
        {item !== null && item !== 'gone' && whyOf(t, item).map((text) => <Quiet key={text}>{text}</Quiet>)}
      </div>
    </Stack>
  );
}
