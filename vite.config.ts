import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/** Puts what Zendesk reads by name one folder above the built page: `dist` is the package's root. */
function packageRoot(): Plugin {
  let root = '';
  return {
    name: 'package-root',
    apply: 'build',
    configResolved({ build }) {
      root = resolve(build.outDir, '..');
    },
    closeBundle() {
      rmSync(`${root}/translations`, { recursive: true, force: true });
      cpSync('translations', `${root}/translations`, { recursive: true });
      cpSync('manifest.json', `${root}/manifest.json`);
    },
  };
}

/** Groups of words each first screen says: the others come with the first part loaded later (`lazyPart`). */
export const firstWords: Record<string, string[]> = {
  nav_bar: [
    'bucket',
    'column',
    'due',
    'empty',
    'failure',
    'page',
    'people',
    'score',
    'set_aside',
    'start',
    'status',
    'storage',
    'triage',
    'view',
  ],
  ticket_sidebar: [
    'bucket',
    'case',
    'credit',
    'done',
    'due',
    'effort',
    'event',
    'failure',
    'number',
    'outcome',
    'people',
    'reach',
    'rule',
    'score',
    'sidebar',
    'source',
    'start',
    'status',
    'storage',
    'survey',
    'ticket',
  ],
};

/** `en.json?first=<location>`: the words that come with the location's own code. */
function wordsOfLocations(): Plugin {
  return {
    name: 'words-of-locations',
    enforce: 'pre',
    transform(text, id) {
      const location = /\/en\.json\?(?:.*&)?first=(\w+)$/.exec(id)?.[1];
      if (!location) return null;
      const groups = Object.entries(JSON.parse(text)).filter(([group]) =>
        firstWords[location]?.includes(group),
      );
      return { code: `export default ${JSON.stringify(Object.fromEntries(groups))}`, moduleType: 'js' };
    },
  };
}

const locations = ['ticket_sidebar', 'nav_bar', 'background'];

/** As much of Rolldown's chunking as is asked here. */
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * The chunk of each module of a first screen: one for what several of them begin with, one for what is a location's
 * alone. Left to itself the bundler cuts them into dozens, by who else loads what later, and each costs bytes and a
 * request. What no first screen needs stays where the bundler puts it.
 */
function chunkByFirstScreen() {
  let first: Record<string, Set<string>> | null = null;
  const reach = (modules: Modules, id: string, found: Set<string>) => {
    if (found.has(id)) return;
    found.add(id);
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reach(modules, imported, found);
  };
  const closureOf = (modules: Modules, location: string) => {
    const found = new Set<string>();
    const file = (ending: string) => resolve(`src/locations/${location}.${ending}`);
    for (const id of [resolve('src/main.ts'), file('ts'), file('tsx')])
      if (modules.getModuleInfo(id)) reach(modules, id, found);
    return found;
  };
  return (id: string, modules: Modules): string | null => {
    first ??= Object.fromEntries(locations.map((location) => [location, closureOf(modules, location)]));
    const users = locations.filter((location) => first?.[location]?.has(id));
    return users.length > 0 ? `first-${users.join('-')}` : null;
  };
}

/** The app's package in `dist`: the page and its chunks in `assets`, with logos and icons from `assets/`. */
const app: UserConfig = {
  root: 'src',
  base: './',
  publicDir: resolve('assets'),
  plugins: [react(), wordsOfLocations(), packageRoot()],
  build: {
    outDir: resolve('dist/assets'),
    assetsDir: '',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkByFirstScreen() }] },
        minify: { compress: { dropConsole: true, dropDebugger: true } },
      },
    },
  },
};

const everywhere = {
  setupFiles: ['tests/setup.ts'],
  restoreMocks: true,
  testTimeout: 20_000,
  hookTimeout: 20_000,
};

export default defineConfig({
  ...app,
  // Vitest reads this file as well; its root is the repository.
  ...(process.env.VITEST ? { root: '.' } : {}),
  test: {
    projects: [
      {
        plugins: [react(), wordsOfLocations()],
        test: {
          ...everywhere,
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/ui/**'],
        },
      },
      {
        plugins: [react(), wordsOfLocations()],
        test: {
          ...everywhere,
          name: 'screens',
          environment: 'jsdom',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
