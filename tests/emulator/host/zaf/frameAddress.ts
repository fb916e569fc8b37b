import type { InstalledApp } from '../../control.ts';

/**
 * The address of an app's frame: absolute https (or localhost) addresses as they are, packaged files below
 * `assetBase`, with `origin`, `app_guid` and `colorScheme` behind an existing query and before any hash.
 */
export function frameAddress(
  app: InstalledApp,
  url: string,
  parameters: { origin: string; guid: string; colorScheme: string },
): string {
  const [beforeHash = '', ...hash] = absolute(app, url).split('#');
  const query = [
    `origin=${encodeURIComponent(parameters.origin)}`,
    `app_guid=${encodeURIComponent(parameters.guid)}`,
    `colorScheme=${encodeURIComponent(parameters.colorScheme)}`,
  ].join('&');
  const joint = !beforeHash.includes('?') ? '?' : /[?&]$/.test(beforeHash) ? '' : '&';
  const fragment = hash.length > 0 ? `#${hash.join('#')}` : '';
  return beforeHash + joint + query + fragment;
}

/** `assetURL:<file>`: where a file of the package is served. */
export function assetAddress(app: InstalledApp, file: string): string {
  return `${app.assetBase}assets/${file.replace(/^\/?(assets\/)?/, '')}`;
}

function absolute(app: InstalledApp, url: string): string {
  return /^https?:\/\//i.test(url) ? url : app.assetBase + url.replace(/^\//, '');
}
