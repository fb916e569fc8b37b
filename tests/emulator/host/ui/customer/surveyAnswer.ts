/** Between what the form shows as chosen and what `/__emulator/customer` takes. */
import type { CustomerAnswer, SurveyForm } from '../../../control.ts';

type Role = SurveyForm['questions'][number]['role'];

/** What is chosen or written, by the role of its question; an empty string is no answer. */
export type Picked = Partial<Record<Role, string>>;

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** A reason may have been stored by its label: then its option's value. */
function reasonOf(form: SurveyForm): string {
  const reason = textOf(form.answers?.reason);
  const options = form.questions.find((question) => question.role === 'reason')?.options ?? [];
  return options.find((option) => option.label === reason)?.value ?? reason;
}

export function pickedOf(form: SurveyForm): Picked {
  const { answers } = form;
  return {
    csat: textOf(answers?.csat),
    ces: textOf(answers?.ces),
    comment: textOf(answers?.comment),
    reason: reasonOf(form),
  };
}

/** Only what is answered; numbers for scales and for a legacy survey's reasons, a word for its rating. */
export function answerOf(form: SurveyForm, picked: Picked): CustomerAnswer {
  const answer: CustomerAnswer = { ticket: form.ticketId };
  const { csat } = picked;
  if (csat === 'good' || csat === 'bad') answer.csat = csat;
  else if (csat) answer.csat = Number(csat);
  if (picked.ces) answer.ces = Number(picked.ces);
  if (picked.comment !== undefined && (picked.comment || form.answers?.comment))
    answer.comment = picked.comment;
  if (picked.reason) answer.reason = form.generation === 'legacy' ? Number(picked.reason) : picked.reason;
  return answer;
}
