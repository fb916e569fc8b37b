import { Button, IconButton } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import type { Fault } from '../../../control.ts';
import { patchState, putFaults } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { icons } from '../icons.ts';
import { color, Quiet } from '../look.ts';
import { SafeSvg } from '../SafeSvg.tsx';
import { words } from '../words.ts';
import { FaultForm } from './FaultForm.tsx';
import { NumberField } from './NumberField.tsx';
import { PanelSection } from './PanelSection.tsx';
import type { Action } from './useAction.ts';

const List = styled.ul`
  display: grid;
  gap: 4px;
  margin: 0;
  padding: 0;
  list-style: none;
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 4px 4px 10px;
    border-radius: 4px;
    background: ${color('background.danger')};
    color: ${color('foreground.dangerEmphasis')};
    font-size: 12px;
  }
  span {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

interface FaultListProps {
  faults: Fault[];
  onFaults: (faults: Fault[]) => void;
}

function FaultList({ faults, onFaults }: FaultListProps) {
  const { panel } = words;
  if (faults.length === 0) return <Quiet>{panel.noFaults}</Quiet>;
  return (
    <>
      <List aria-label={panel.faults}>
        {faults.map((fault) => (
          <li key={`${fault.method} ${fault.path} ${fault.kind}`}>
            <span>
              <b>
                {fault.method ?? panel.anyMethod} {fault.path}
              </b>
              <br />
              {panel.faultKind[fault.kind]}, {panel.faultLine(fault.times)}
            </span>
            <IconButton
              size="small"
              aria-label={panel.clearFault(fault.path)}
              onClick={() => onFaults(faults.filter((one) => one !== fault))}
            >
              <SafeSvg markup={icons.close} size={12} />
            </IconButton>
          </li>
        ))}
      </List>
      <Button size="small" onClick={() => onFaults([])}>
        {panel.clearFaults}
      </Button>
    </>
  );
}

/** Delay of all answers, and faults of chosen ones. */
export function NetworkSection({ action }: { action: Action }) {
  const { latency, faults } = useDesk().state();
  const { panel } = words;
  const onFaults = (next: Fault[]) => action.run(() => putFaults(next));
  return (
    <>
      <PanelSection title={panel.network}>
        <NumberField
          label={panel.latency}
          value={latency}
          problem={panel.badLatency}
          action={panel.set}
          onSet={(ms) => action.run(() => patchState({ latency: ms }))}
        />
      </PanelSection>
      <PanelSection title={panel.faults}>
        <FaultList faults={faults} onFaults={onFaults} />
        <FaultForm onAdd={(fault) => onFaults([...faults, fault])} />
      </PanelSection>
    </>
  );
}
