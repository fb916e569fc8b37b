import type { Unknowns } from '../../../control.ts';
import { patchState } from '../controlApi.ts';
import { useDesk } from '../DeskContext.tsx';
import { Quiet } from '../look.ts';
import { words } from '../words.ts';
import { Choice } from './Choice.tsx';
import { NumberField } from './NumberField.tsx';
import { PanelSection } from './PanelSection.tsx';
import type { Action } from './useAction.ts';

/** The facts of the platform nobody could confirm, each switched to either answer. */
export function UnknownsSection({ action }: { action: Action }) {
  const { unknowns } = useDesk().state();
  const { panel } = words;
  const change = (part: Partial<Unknowns>) => action.run(() => patchState({ unknowns: part }));
  return (
    <PanelSection title={panel.unknowns}>
      <Quiet>{panel.unknownsIntro}</Quiet>
      <Choice
        label={panel.unknown.notifyAllowed}
        value={unknowns.notifyAllowed}
        options={panel.notifyAllowed}
        onChange={(notifyAllowed) => change({ notifyAllowed })}
      />
      <Choice
        label={panel.unknown.surveyFilterUnit}
        value={unknowns.surveyFilterUnit}
        options={panel.filterUnits}
        onChange={(surveyFilterUnit) => change({ surveyFilterUnit })}
      />
      <Choice
        label={panel.unknown.duplicateStatus}
        value={unknowns.duplicateStatus === 409 ? '409' : '422'}
        options={{ '409': '409', '422': '422' }}
        onChange={(status) => change({ duplicateStatus: status === '409' ? 409 : 422 })}
      />
      <Choice
        label={panel.unknown.noCustomObjectsStatus}
        value={unknowns.noCustomObjectsStatus === 403 ? '403' : '404'}
        options={{ '403': '403', '404': '404' }}
        onChange={(status) => change({ noCustomObjectsStatus: status === '403' ? 403 : 404 })}
      />
      <Choice
        label={panel.unknown.noSideConversationsStatus}
        value={unknowns.noSideConversationsStatus === 403 ? '403' : '404'}
        options={{ '403': '403', '404': '404' }}
        onChange={(status) => change({ noSideConversationsStatus: status === '403' ? 403 : 404 })}
      />
      <NumberField
        label={panel.unknown.indexLagSeconds}
        value={unknowns.indexLagSeconds}
        problem={panel.badSeconds}
        action={panel.set}
        onSet={(indexLagSeconds) => change({ indexLagSeconds })}
      />
    </PanelSection>
  );
}
