/** The page when nothing could be started: one sentence and a way to try again, made without any library. */
import type { Translate } from './i18n.ts';

export function showStartFailure(t: Translate, onRetry: () => void): void {
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = t('start.failed');
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = t('failure.retry');
  retry.addEventListener('click', onRetry);
  const page = document.createElement('main');
  page.style.cssText = 'font: 14px/20px system-ui, sans-serif; padding: 16px';
  page.append(sentence, retry);
  document.body.replaceChildren(page);
}
