/** The words of a notice and its links; all other markup is dropped, whatever it would do. */
import type { ToastPart } from '../desk.ts';
import { textIn } from './plainText.ts';

const link = /<a\b([^>]*)>([\s\S]*?)<\/a\s*>/gi;

/** Links to the web or into the workspace; one to anywhere else (`javascript:` …) is text. */
export function noticeParts(html: string): ToastPart[] {
  const parts: ToastPart[] = [];
  let from = 0;
  for (const match of html.matchAll(link)) {
    const [whole, attributes = '', inner = ''] = match;
    parts.push({ text: textIn(html.slice(from, match.index)), href: null });
    parts.push({ text: textIn(inner), href: safeHref(attributes) });
    from = match.index + whole.length;
  }
  parts.push({ text: textIn(html.slice(from)), href: null });
  return parts.filter(({ text }) => text !== '');
}

function safeHref(attributes: string): string | null {
  const [, double, single] = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes) ?? [];
  const href = textIn(double ?? single ?? '').trim();
  return /^(https?:\/\/|\/(?![/\\])|#\/)/i.test(href) ? href : null;
}
