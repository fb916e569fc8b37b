/** Makes small app packages in a temporary folder for the server's tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const cdn = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';
export const page = `<!doctype html><script src="${cdn}"></script><script src="main.js"></script>`;

export const manifest = {
  name: 'Demo App',
  version: '1.2.3',
  defaultLocale: 'en',
  frameworkVersion: '2.0',
  parameters: [
    { name: 'greeting', type: 'text', default: 'hello' },
    { name: 'isLoud', type: 'checkbox' },
    { name: 'token', type: 'text', secure: true, default: 'hidden' },
  ],
  location: {
    support: {
      ticket_sidebar: { url: 'assets/iframe.html', flexible: true },
      nav_bar: 'assets/iframe.html?page=nav#top',
      top_bar: { url: 'https://apps.example/top' },
    },
    chat: { chat_sidebar: 'assets/none.html' },
  },
};

/** A folder with these files (path → text); `remove` deletes it. */
export function makeFolder(files: Record<string, string>): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'emulator-app-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const demoApp = () =>
  makeFolder({
    'manifest.json': JSON.stringify(manifest),
    'assets/iframe.html': page,
    'assets/main.js': 'ZAFClient.init();',
    'assets/icon_nav_bar.svg': '<svg viewBox="0 0 18 18"></svg>',
    'secret.txt': 'not an asset',
  });
