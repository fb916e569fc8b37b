import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipPackage } from '../../scripts/package.ts';
import { SamplePackage } from './samplePackage.ts';

let pack: SamplePackage;
beforeEach(() => {
  pack = new SamplePackage();
});
afterEach(() => pack.remove('.'));

test('the zip has the manifest at its root and every file unchanged', () => {
  const files = unzipSync(zipPackage(pack.root));
  expect(Object.keys(files).sort()).toEqual([
    'assets/icon_nav_bar.svg',
    'assets/index.html',
    'assets/index.js',
    'assets/logo-small.png',
    'assets/logo.png',
    'manifest.json',
    'translations/en.json',
  ]);
  expect(Buffer.from(files['assets/index.js'] ?? []).toString()).toBe('export const a = 1;');
});

test('the same folder gives the same bytes', () => {
  expect(Buffer.compare(zipPackage(pack.root), zipPackage(pack.root))).toBe(0);
});
