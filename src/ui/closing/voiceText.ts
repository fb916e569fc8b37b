/** Questions and answers of the employee's voice in words; a code nobody here knows stays a code. */
import type { Key, Translate } from '../../i18n.ts';

export const questionText = (t: Translate, id: string) => worded(t, `voice.${id}`, id);

export const answerText = (t: Translate, option: string) => worded(t, `voice.answer.${option}`, option);

function worded(t: Translate, key: string, code: string): string {
  const text = t(key as Key);
  return text === key ? code : text;
}
