/** The formula of a case's priority in words. */
import type { Configuration } from '../../care/configuration.ts';
import type { Priority, PriorityPart } from '../../care/priority.ts';
import type { Translate } from '../../i18n.ts';
import { isolate, span } from '../formats.ts';
import { scoreText } from '../scoreText.ts';

interface Words {
  t: Translate;
  locale: string;
  configuration: Configuration;
}

/** `75 = 40 for 2 hr left + 20 for 1/5 + 15 for a customer who goes first (tag vip)`. */
export function priorityText(words: Words, { value, parts }: Priority): string {
  if (parts.length === 0) return words.t('priority.nothing');
  const sum = parts.map((part) => words.t('priority.part', { points: part.points, why: whyOf(words, part) }));
  return words.t('priority.sum', { value, parts: sum.join(' + ') });
}

function whyOf({ t, locale, configuration }: Words, part: PriorityPart): string {
  switch (part.id) {
    case 'time':
      return t(part.why > 0 ? 'priority.left' : 'priority.late', { time: span(part.why, locale, true) });
    case 'score':
      return scoreText(t, part.why);
    case 'repeat':
      return t('priority.repeat', { count: part.why, days: configuration.repeatDays });
    case 'vip':
      return part.why.by === 'tag'
        ? t('priority.vip_tag', { tag: isolate(part.why.tag) })
        : t('priority.vip_organization');
  }
}
