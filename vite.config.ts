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
    'aside',
    'bucket',
    'case',
    'check',
    'credit',
    'done',
    'due',
    'effort',
    'event',
    'failure',
    'number',
    'outcome',
    'people',
    'rule',
    'score',
    'set_aside',
    'sidebar',
    'sign',
    'source',
    'start',
    'status',
    'storage',
    'survey',
    'ticket',
    'triage',
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
    rolldownOptions: { output: { minify: { compress: { dropConsole: true, dropDebugger: true } } } },
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
