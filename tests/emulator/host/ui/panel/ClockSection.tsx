import { Button } from '@zendeskgarden/react-buttons';
import { moveClock } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { fullDate } from '../time.ts';
import { words } from '../words.ts';
import { Buttons, PanelSection } from './PanelSection.tsx';
import type { Action } from './useAction.ts';

const hour = 3_600_000;
const steps = [
  { label: words.panel.advance.hour, ms: hour },
  { label: words.panel.advance.sixHours, ms: 6 * hour },
  { label: words.panel.advance.day, ms: 24 * hour },
  { label: words.panel.advance.week, ms: 7 * 24 * hour },
];

/** The world's time, and the steps it can be moved on by. */
export function ClockSection({ action }: { action: Action }) {
  const desk = useDesk();
  const { now } = desk.state();
  return (
    <PanelSection title={words.panel.clock}>
      <time dateTime={now} title={now}>
        {fullDate(now, desk.me()?.iana_time_zone ?? 'UTC')}
      </time>
      <Buttons>
        {steps.map(({ label, ms }) => (
          <Button
            key={label}
            size="small"
            disabled={action.isBusy}
            onClick={() => action.run(() => moveClock({ advance: ms }))}
          >
            {label}
          </Button>
        ))}
      </Buttons>
    </PanelSection>
  );
}
