import { laneOf, lanes } from '../../care/feedback.ts';
import type { Column } from '../triage/column.ts';

export const status: Column = {
  id: 'status',
  width: '88px',
  /** What is set aside says why. */
  value({ feedback }, { t }) {
    if (feedback.setAside) return t(`set_aside.${feedback.setAside.reason}`);
    const lane = laneOf(feedback);
    if (lane === 'none') return '';
    const isEscalated = feedback.case?.escalation != null;
    return isEscalated ? `${t('status.escalated')} · ${t(`status.${lane}`)}` : t(`status.${lane}`);
  },
  sortValue: ({ feedback }) => lanes.indexOf(laneOf(feedback)),
};
