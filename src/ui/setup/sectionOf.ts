import { isOutcomePlace } from '../../care/outcomeDraft.ts';
import { isWorkflowPlace } from '../../care/workflows/workflowDraft.ts';
import type { Section } from './Sections.tsx';

/** Where on the page the field of a problem is. */
export function sectionOf(place: string): Section {
  if (isWorkflowPlace(place)) return 'workflows';
  if (place === 'keepMonths') return 'privacy';
  if (['huddleDays', 'worthField', 'worthUnit'].includes(place)) return 'figures';
  return place.includes('.') && !isOutcomePlace(place) ? 'sources' : 'rules';
}
