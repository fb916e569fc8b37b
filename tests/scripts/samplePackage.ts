/** A package with nothing wrong, in a temporary folder, for tests to break in one place. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const policy =
  "default-src 'none'; script-src 'self' https://static.zdassets.com; style-src 'self' 'unsafe-inline'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'";

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <script src="https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"></script>
    <script type="module" src="./index.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`;

export const goodManifest = {
  name: 'Sample',
  author: { name: 'A', email: 'a@example.com', url: 'https://example.com' },
  version: '1.2.3',
  frameworkVersion: '2.0',
  defaultLocale: 'en',
  private: true,
  location: { support: { nav_bar: { url: 'assets/index.html' }, background: 'assets/index.html#hub' } },
  parameters: [{ name: 'configuration', type: 'hidden' }],
};

export class SamplePackage {
  readonly root = mkdtempSync(join(tmpdir(), 'package-'));

  constructor() {
    this.write('manifest.json', JSON.stringify(goodManifest));
    this.write('translations/en.json', JSON.stringify({ app: { name: 'Sample' } }));
    this.write('assets/index.html', page);
    this.write('assets/index.js', 'export const a = 1;');
    for (const name of ['logo.png', 'logo-small.png', 'icon_nav_bar.svg'])
      cpSync(`assets/${name}`, this.path(`assets/${name}`));
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Buffer): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Replaces the first occurrence; throws when there is none, so that no breakage goes missing. */
  replace(path: string, from: string, to: string): void {
    const text = readFileSync(this.path(path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.write(path, text.replace(from, to));
  }

  /** Lays members over the good manifest; `undefined` leaves one out. */
  manifest(changes: Record<string, unknown>): void {
    this.write('manifest.json', JSON.stringify({ ...goodManifest, ...changes }));
  }

  remove(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }
}
