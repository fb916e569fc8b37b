/** The rules of the code base, executed on it; and a proof that each check sees what it is there to see. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDirection, checkEmulator, checkOutsideWorld, checkPurity } from './conventions/direction.ts';
import {
  checkBarrels,
  checkFileNames,
  checkFolders,
  checkMarkup,
  checkShortcuts,
  checkSpecifiers,
} from './conventions/names.ts';
import { checkLocations, checkRegistry, registries } from './conventions/registries.ts';
import { type Complaint, readSources, type SourceFile } from './conventions/sources.ts';
import { checkAskedKeys, checkParity, checkUnusedKeys } from './conventions/words.ts';

type Check = (files: SourceFile[]) => Complaint[];

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const shipped = Object.keys(dependencies);
const installed = [...shipped, ...Object.keys(devDependencies)];

const isShipped = ({ path }: SourceFile) => path.startsWith('src/');
/** This file's samples break the rules on purpose. */
const isSample = ({ path }: SourceFile) => path === 'tests/conventions.test.ts';

const checkPackages: Check = (files) => [
  ...checkSpecifiers(files.filter(isShipped), shipped),
  ...checkSpecifiers(
    files.filter((file) => !isShipped(file)),
    installed,
  ),
];
const checkRegistries: Check = (files) => registries.flatMap((registry) => checkRegistry(files, registry));

/** A broken sample as paths and texts, and what must be said about it. */
type Sample = [files: Record<string, string>, says: Complaint[]];

const manifest = (...locations: string[]) =>
  JSON.stringify({
    location: { support: Object.fromEntries(locations.map((name) => [name, { url: 'assets/index.html' }])) },
  });
const english = (words: unknown) => ({ 'translations/en.json': JSON.stringify(words) });
const source = { 'src/zendesk/sources/survey.ts': "export const survey = { id: 'survey' };" };
const sourceList = {
  'src/zendesk/sources/index.ts': "import { survey } from './survey.ts'; export const all = [survey];",
};
const sourceTest = { 'tests/zendesk/sources/survey.test.ts': '' };

const rules: [rule: string, check: Check, samples: Sample[]][] = [
  [
    'imports go only to the left, and ui skips zendesk',
    checkDirection,
    [
      [
        { 'src/care/a.ts': "import { b } from '../zendesk/b.ts';" },
        ['src/care/a.ts imports src/zendesk/b.ts: care may not know zendesk'],
      ],
      [
        { 'src/zendesk/a.ts': "import type { App } from '../app.ts';" },
        ['src/zendesk/a.ts imports src/app.ts: zendesk may not know app.ts'],
      ],
      [
        { 'src/ui/A.tsx': "type B = import('../zendesk/b.ts').B;" },
        ['src/ui/A.tsx imports src/zendesk/b.ts: ui may not know zendesk'],
      ],
      [
        { 'src/actions/a.ts': "const late = () => import('../ui/B.tsx');" },
        ['src/actions/a.ts imports src/ui/B.tsx: actions may not know ui'],
      ],
      [
        { 'src/ui/A.tsx': "export * from '../main.ts';" },
        ['src/ui/A.tsx imports src/main.ts: ui may not know main.ts'],
      ],
      [
        { 'src/app.ts': "import '../tests/a.ts';" },
        ['src/app.ts imports tests/a.ts, which is outside of src'],
      ],
      [{ 'src/care/a.ts': "import { z } from 'zod';" }, ['src/care/a.ts imports zod, which care may not']],
      [
        { 'src/actions/a.ts': "import axios from 'axios'; import { useState } from 'react';" },
        [
          'src/actions/a.ts imports axios, which belongs to zendesk',
          'src/actions/a.ts imports react, which belongs to ui and locations',
        ],
      ],
      [
        {
          'src/actions/a.ts': "import type { App } from '../app.ts'; import { b } from '../care/b.ts';",
          'src/locations/nav_bar.tsx': "import { A } from '../ui/A.tsx'; import 'react';",
          'src/main.ts': "import('./locations/nav_bar.tsx');",
        },
        [],
      ],
    ],
  ],
  [
    'only zendesk names the framework’s client or an address of the API',
    checkOutsideWorld,
    [
      [{ 'src/main.ts': 'ZAFClient.init();' }, ['src/main.ts names ZAFClient, which only zendesk knows']],
      [
        { 'src/actions/a.ts': 'const a = `/api/v2/tickets`;' },
        ['src/actions/a.ts names an address of the API, which only zendesk knows'],
      ],
    ],
  ],
  [
    'rules in care are pure',
    checkPurity,
    [
      [
        {
          'src/care/a.ts': 'export const a = () => [Date.now(), new Date(), Math.random(), document.title];',
        },
        ['Date.now', 'new Date()', 'Math.random', 'document'].map(
          (name) => `src/care/a.ts uses ${name}, and rules are pure`,
        ),
      ],
      [{ 'src/care/a.ts': 'export const a = (at: number) => new Date(at).toISOString();' }, []],
    ],
  ],
  [
    'the emulator takes only types, and only from src/zendesk',
    checkEmulator,
    [
      [
        {
          'tests/emulator/a.ts': "import { b } from '../../src/zendesk/b.ts';",
          'tests/emulator/c.ts': "import type { d } from '../../src/care/d.ts';",
          'tests/emulator/e.ts': "import type { f } from '../../src/zendesk/f.ts';",
        },
        [
          'tests/emulator/a.ts imports src/zendesk/b.ts: the emulator takes only types, and only from src/zendesk',
          'tests/emulator/c.ts imports src/care/d.ts: the emulator takes only types, and only from src/zendesk',
        ],
      ],
    ],
  ],
  [
    'every location of the manifest has its file, and every file its location',
    checkLocations,
    [
      [
        {
          'manifest.json': manifest('nav_bar', 'modal'),
          'src/locations/nav_bar.tsx': '',
          'src/locations/top_bar.ts': '',
          'src/main.ts': "import('./locations/top_bar.ts')",
        },
        [
          'manifest.json has modal and there is no src/locations/modal.ts',
          'src/locations/top_bar.ts is no location of manifest.json',
          'src/locations/nav_bar.tsx is loaded by nothing',
          'manifest.json opens assets/index.html and there is no src/index.html',
          'manifest.json opens assets/index.html and there is no src/index.html',
        ],
      ],
    ],
  ],
  [
    'every entry of a registry is listed and has its string and its test',
    checkRegistries,
    [
      [{ ...english({ source: { survey: 'Survey' } }), ...source, ...sourceList, ...sourceTest }, []],
      [
        { ...english({}), ...source, ...sourceList, ...sourceTest },
        ['src/zendesk/sources/survey.ts has no string source.survey'],
      ],
      [
        { ...english({ source: { survey: 'Survey' } }), ...source, ...sourceList },
        ['src/zendesk/sources/survey.ts has no test tests/zendesk/sources/survey.test.ts'],
      ],
      [
        { ...english({}), ...source, 'src/zendesk/sources/index.ts': '' },
        ['src/zendesk/sources/survey.ts is not listed in src/zendesk/sources/index.ts'],
      ],
      [source, ['src/zendesk/sources has no index.ts that lists its entries']],
      [
        {
          ...english({ source: { survey: 'S' } }),
          ...sourceList,
          ...sourceTest,
          'src/zendesk/sources/survey.ts': 'x = { id }',
        },
        ['src/zendesk/sources/survey.ts has no id'],
      ],
    ],
  ],
  [
    'every language says the same as English, with the plural forms it needs',
    checkParity,
    [
      [{ 'translations/de.json': '{}' }, ['translations/en.json is missing']],
      [
        { ...english({ a: 'A {{x}}', b: 'B' }), 'translations/de.json': '{"a":"A {{y}}","c":"C"}' },
        [
          'translations/de.json lacks b',
          'translations/de.json has c, which English does not',
          'translations/de.json: a has other holes than English',
        ],
      ],
      [
        {
          ...english({ n_one: 'one', n_other: '{{count}} of {{x}}' }),
          'translations/pl.json':
            '{"n_one":"jeden {{x}}","n_few":"{{count}} {{x}}","n_other":"{{count}} {{x}}"}',
        },
        ['translations/en.json: n_one has other holes than English', 'translations/pl.json lacks n_many'],
      ],
      [{ ...english({ n_other: '{{count}}' }) }, ['translations/en.json lacks n_one']],
      [{ ...english({ app: { name: 'A' } }), 'translations/ja.json': '{}' }, []],
    ],
  ],
  [
    'every string the code asks for exists',
    checkAskedKeys,
    [
      [
        {
          ...english({ a: 'A', n_other: 'N' }),
          'src/ui/A.tsx': "t('a'); t('n', { count: 1 }); app.t(is ? 'b' : 'c');",
        },
        [
          'src/ui/A.tsx asks for b, which translations/en.json does not have',
          'src/ui/A.tsx asks for c, which translations/en.json does not have',
        ],
      ],
    ],
  ],
  [
    'every string is asked for by something',
    checkUnusedKeys,
    [
      [
        {
          ...english({ a: 'A', b: 'B', c: { d: 'D', e: 'E' }, n_one: '1', n_other: 'N', app: { name: 'A' } }),
          'src/ui/a.ts': `t('a'); t(\`c.\${kind}\`); const column = { label: 'n' };`,
        },
        ['translations/en.json: nothing asks for b'],
      ],
    ],
  ],
  [
    'what a person reads comes from translations',
    checkMarkup,
    [
      [
        { 'src/ui/A.tsx': '<><p>Hello <b>{name}</b>: ·</p><input aria-label="Search" id="search" /></>' },
        [
          'src/ui/A.tsx says “Hello” outside of translations',
          'src/ui/A.tsx says “Search” outside of translations',
        ],
      ],
    ],
  ],
  [
    'folders are one lower-case word that says something',
    checkFolders,
    [
      [
        { 'src/ui/components/A.tsx': '', 'src/careRules/a.ts': '' },
        ['src/ui/components says nothing about what is in it', 'src/careRules is not one lower-case word'],
      ],
    ],
  ],
  [
    'files are named after what they export',
    checkFileNames,
    [
      [
        {
          'src/care/Due.ts': '',
          'src/care/due-date.ts': '',
          'src/ui/Score.tsx': 'export function Rating() {}',
          'src/ui/useScore.tsx': 'export const useScore = 1;',
          'src/locations/navBar.tsx': '',
          'tests/care/due.test.ts': '',
          'src/ui/Case.tsx': 'export function Case() {}',
        },
        [
          'src/care/Due.ts is not camelCase',
          'src/care/due-date.ts is neither camelCase nor PascalCase',
          'src/ui/Score.tsx does not export Score',
          'src/ui/useScore.tsx holds JSX and is not PascalCase',
          'src/locations/navBar.tsx is not named after a location',
        ],
      ],
    ],
  ],
  [
    'there are no barrels',
    checkBarrels,
    [
      [
        {
          'src/ui/index.ts': '',
          'src/care/all.ts': "export * from './due.ts'; export { a } from './a.ts';",
          ...sourceList,
        },
        [
          'src/ui/index.ts is a barrel',
          'src/care/all.ts passes on ./due.ts',
          'src/care/all.ts passes on ./a.ts',
        ],
      ],
    ],
  ],
  [
    'imports name a file with its extension or an installed package, no alias',
    checkPackages,
    [
      [
        {
          'src/a.ts': "import '@/b.ts'; import './c'; import 'vitest'; import 'react-dom/client';",
          'tests/a.ts': "import 'vitest';",
        },
        ['@/b.ts', './c', 'vitest'].map(
          (name) =>
            `src/a.ts imports ${name}, which is neither a file with its extension nor an installed package`,
        ),
      ],
    ],
  ],
  [
    'no test is left out and nothing is silenced',
    checkShortcuts,
    [
      [{ 'tests/a.test.ts': "test.only('a', () => {});" }, ['tests/a.test.ts leaves a test out']],
      [{ 'tests/a.test.ts': "test.each([])('a', () => {}); describe.skipIf(x)('b', () => {});" }, []],
      [{ 'tests/a.spec.ts': 'await page.waitForTimeout(100);' }, ['tests/a.spec.ts waits for a fixed time']],
      [{ 'src/a.ts': '// @ts-ignore' }, ['src/a.ts silences the compiler']],
    ],
  ],
];

const files = [
  ...readSources('src', 'translations', 'tests', 'scripts').filter((file) => !isSample(file)),
  { path: 'manifest.json', text: existsSync('manifest.json') ? readFileSync('manifest.json', 'utf8') : '' },
];

describe.each(rules)('%s', (_rule, check, samples) => {
  test('holds everywhere', () => {
    expect(check(files)).toEqual([]);
  });

  test.each(
    samples.map(([sample, says]) => ({ sample, says, title: says[0] ?? 'a sample with nothing wrong' })),
  )('is checked: $title', ({ sample, says }) => {
    const made = Object.entries(sample).map(([path, text]) => ({ path, text }));
    expect(check(made)).toEqual(says);
  });
});

test('TypeScript knows no path aliases', () => {
  expect(JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions.paths).toBeUndefined();
});
