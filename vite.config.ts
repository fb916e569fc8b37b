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

/** The app's package in `dist`: the page and its chunks in `assets`, with logos and icons from `assets/`. */
const app: UserConfig = {
  root: 'src',
  base: './',
  publicDir: resolve('assets'),
  plugins: [react(), packageRoot()],
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
        plugins: [react()],
        test: {
          ...everywhere,
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/ui/**'],
        },
      },
      {
        plugins: [react()],
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
