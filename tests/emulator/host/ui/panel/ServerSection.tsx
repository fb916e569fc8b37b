import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { resetWorld } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { Quiet } from '../look.ts';
import { words } from '../words.ts';
import { Buttons, PanelSection } from './PanelSection.tsx';
import type { Action } from './useAction.ts';

function ResetButton({ action }: { action: Action }) {
  const [isAsking, setIsAsking] = useState(false);
  const { panel } = words;
  const onReset = () => {
    setIsAsking(false);
    action.run(resetWorld);
  };
  if (!isAsking) {
    return (
      <Buttons>
        <Button size="small" isDanger onClick={() => setIsAsking(true)}>
          {panel.reset}
        </Button>
      </Buttons>
    );
  }
  return (
    <Buttons role="group" aria-label={panel.resetAsk}>
      <span>{panel.resetAsk}</span>
      <Button size="small" isDanger isPrimary onClick={onReset}>
        {panel.resetYes}
      </Button>
      <Button size="small" autoFocus onClick={() => setIsAsking(false)}>
        {panel.resetNo}
      </Button>
    </Buttons>
  );
}

/** What was chosen when the emulator started, and the way back to that moment. */
export function ServerSection({ action }: { action: Action }) {
  const { storage, scale } = useDesk().state();
  const { panel } = words;
  return (
    <PanelSection title={panel.server}>
      <Quiet>
        {panel.storage}: {panel.storages[storage]}
        <br />
        {panel.scale}: {scale}
      </Quiet>
      <ResetButton action={action} />
    </PanelSection>
  );
}
