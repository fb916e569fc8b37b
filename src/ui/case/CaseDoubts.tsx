import { type Case, type Feedback, history, latest } from '../../care/feedback.ts';
import { oriented } from '../../care/orientation.ts';
import { isBelow, onFive, type Rating, zendeskBadRange } from '../../care/rating.ts';
import type { Translate } from '../../i18n.ts';
import { Quiet } from '../layout.ts';
import { csatScale, rangeText } from '../ranges.ts';
import { scoreText } from '../scoreText.ts';
import { useApp } from '../useApp.ts';

/** What the number behind a case may still say, or said after the case had been opened. */
export function CaseDoubts({ feedback, current }: { feedback: Feedback; current: Case }) {
  const { t, configuration } = useApp();
  if (current.status === 'closed') return null;
  const threshold = current.threshold ?? configuration.csatThreshold;
  const text = current.isProvisional
    ? provisional(t, csatScale(configuration), threshold)
    : settled(t, feedback, oriented(latest(feedback, 'csat'), configuration), current, threshold);
  return text && <Quiet>{text}</Quiet>;
}

/** Bad is all that is known: which of the bad numbers would not have asked for a rescue? */
function provisional(t: Translate, scale: number | null, threshold: number): string {
  if (scale === null) return t('doubt.provisional_unknown');
  const [from, to] = zendeskBadRange(scale);
  const range = rangeText(from, to);
  const steps = Array.from({ length: to }, (_, index) => index + 1);
  const safe = steps.filter((step) => onFive(step, scale) >= threshold);
  const [least] = safe;
  if (least === undefined) return t('doubt.provisional_sure', { range });
  return t(safe.length === 1 ? 'doubt.provisional' : 'doubt.provisional_from', { range, least });
}

/** The number does not ask for a rescue, and the case is open all the same. */
function settled(
  t: Translate,
  feedback: Feedback,
  rating: Rating | null,
  current: Case,
  threshold: number,
): string | null {
  if (current.rule !== 'csat_below' || !rating || isBelow(rating, threshold).isBelow) return null;
  const hasChanged = history(feedback, 'csat').length > 1;
  return t(hasChanged ? 'doubt.no_longer_below' : 'doubt.not_below', { score: scoreText(t, rating) });
}
