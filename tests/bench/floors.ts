/** Builds each page of `floors/` as a Zendesk app of its own, with the app's own bundling. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

export type FloorName = 'ticket_sidebar' | 'nav_bar';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Floor</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./main.tsx"></script>
  </body>
</html>
`;

/** The package folder of the floor page for a location. */
export async function buildFloor(name: FloorName): Promise<string> {
  const source = resolve('build/bench', name, 'src');
  const target = resolve('build/bench', name, 'dist');
  rmSync(resolve('build/bench', name), { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  writeFileSync(`${source}/index.html`, page);
  cpSync(`tests/bench/floors/${name}.tsx`, `${source}/main.tsx`);
  // Over vite.config.ts: same target, same minifier, another page.
  await build({
    configFile: resolve('vite.config.ts'),
    root: source,
    logLevel: 'error',
    build: { outDir: `${target}/assets` },
  });
  writeFileSync(`${target}/manifest.json`, JSON.stringify(manifestOf(name)));
  return target;
}

const manifestOf = (location: FloorName) => ({
  name: 'Floor',
  author: { name: 'Bench', email: 'bench@example.com', url: 'https://example.com' },
  version: '1.0.0',
  frameworkVersion: '2.0',
  defaultLocale: 'en',
  private: true,
  location: { support: { [location]: { url: 'assets/index.html', flexible: true } } },
});
