import { leaveAlone } from '../../actions/leaveAlone.ts';
import type { Failure } from '../../care/failure.ts';
import type { CheckItem } from '../../care/setup/checklist.ts';
import { useAnnounce } from '../useAnnounce.ts';
import { useApp } from '../useApp.ts';
import { checkName } from './checkText.ts';
import { useTry } from './useTry.ts';

export interface Leaving {
  /** What somebody else changed stays as it is from now on. */
  leave: (item: CheckItem) => void;
  isBusy: boolean;
  failure: Failure | null;
}

export function useLeaving(reload: () => Promise<unknown>): Leaving {
  const app = useApp();
  const announce = useAnnounce();
  const { run, isBusy, failure } = useTry();
  const leave = (item: CheckItem) =>
    run(async () => {
      Object.assign(app.configuration, await leaveAlone(app, item.id, true));
      await reload();
      announce(app.t('setup.check.left', { name: checkName(app.t, item) }));
    });
  return { leave, isBusy, failure };
}
