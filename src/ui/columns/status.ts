import { laneOf } from '../../care/feedback.ts';
import type { Column } from '../triage/column.ts';

export const status: Column = {
  id: 'status',
  /** What is set aside says why. */
  value({ feedback }, { t }) {
    if (feedback.setAside) return t(`set_aside.${feedback.setAside.reason}`);
    const lane = laneOf(feedback);
    return lane === 'none' ? '' : t(`status.${lane}`);
  },
};
