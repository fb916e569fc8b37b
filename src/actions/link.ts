/** Links into the triage page that can be pasted to a colleague. */
import type { App } from '../app.ts';
import { ticketOfKey } from '../care/feedback.ts';
import { dashed } from './goTo.ts';

/** The Zendesk page this frame is in names itself in the frame's address; `null` where it did not. */
export function hostOf(address: string): string | null {
  const origin = new URLSearchParams(new URL(address).search).get('origin');
  return origin !== null && /^https?:\/\/[\w.:-]+$/.test(origin) ? origin : null;
}

/** `place` as `placeInRoute` reads it: `view/<id>`. */
export const linkTo = (app: App, place: string) =>
  `${hostOf(window.location.href) ?? ''}/agent/apps/${dashed(app.zendesk.title)}/${place}`;

/** The place of a feedback: its ticket's number, or its conversation. */
export const placeOfKey = (key: string) =>
  `case/${ticketOfKey(key) ?? key.replace(/^conversation:/, 'conversation-')}`;

/**
 * Resolves `false` where the browser lets this frame copy nothing: then the person copies what is shown. The
 * clipboard of today is refused, loudly, in frames their host did not trust with it; the way of old works there.
 */
export async function copyText(text: string): Promise<boolean> {
  if (copyAsOfOld(text)) return true;
  return (
    navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    ) ?? false
  );
}

function copyAsOfOld(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;opacity:0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
