import { patchState } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { PanelSection } from './PanelSection.tsx';
import type { Action } from './useAction.ts';

/** The account's plan and its kind of customer satisfaction. */
export function AccountSection({ action }: { action: Action }) {
  const { plan, csat } = useDesk().state();
  const { panel } = words;
  return (
    <PanelSection title={panel.account}>
      <Choice
        label={panel.plan}
        value={plan}
        options={panel.plans}
        onChange={(chosen) => action.run(() => patchState({ plan: chosen }))}
      />
      <Choice
        label={panel.csat}
        value={csat}
        options={panel.csats}
        onChange={(chosen) => action.run(() => patchState({ csat: chosen }))}
      />
    </PanelSection>
  );
}
