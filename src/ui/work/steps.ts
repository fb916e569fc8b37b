import { creditOf, isAgent } from '../../care/attribution.ts';
import type { Configuration } from '../../care/configuration.ts';
import type { Case, Feedback } from '../../care/feedback.ts';
import type { StepKind } from '../../care/ledger.ts';
import type { CaseUse } from '../case/useCase.ts';

/** Does a proposed step, or opens the form it is done with; what is decided elsewhere on the screen takes the focus. */
export function doStep(
  kind: StepKind,
  feedback: Feedback,
  current: Case,
  configuration: Configuration,
  use: CaseUse,
): void {
  switch (kind) {
    case 'take':
      if (!use.isBusy) void use.take();
      return;
    case 'call':
      use.setForm('contact', 'call');
      return;
    case 'try_again':
      use.setForm('contact', current.lastContact?.channel ?? 'call');
      return;
    case 'reply':
      use.setForm('reply');
      return;
    case 'ask_agent':
      use.setForm('escalate', creditedTo(feedback, configuration));
      return;
    case 'escalate':
      use.setForm('escalate');
      return;
    case 'close':
      use.setForm('close');
      return;
    case 'check_rating':
    case 'name_cause':
      document.querySelector<HTMLElement>(`[data-step='${kind}'] button`)?.focus();
  }
}

function creditedTo(feedback: Feedback, configuration: Configuration): string | null {
  const credit = creditOf(feedback.attribution, configuration.attributionRule);
  return isAgent(credit) ? credit : null;
}
