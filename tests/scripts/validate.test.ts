import { spawnSync } from 'node:child_process';
import { symlinkSync, unlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { validatePackage } from '../../scripts/validate.ts';
import { SamplePackage } from './samplePackage.ts';

let pack: SamplePackage;
beforeEach(() => {
  pack = new SamplePackage();
});
afterEach(() => pack.remove('.'));

/** What is wrong, how the package is broken, and the whole of what the validator then says. */
type Row = [what: string, spoil: (pack: SamplePackage) => void, says: string[]];

const policyOf = (change: [string, string]) => (p: SamplePackage) =>
  p.replace('assets/index.html', ...change);
const parameter = (value: unknown) => (p: SamplePackage) => p.manifest({ parameters: [value] });
const navBar = (value: unknown) => (p: SamplePackage) =>
  p.manifest({ location: { support: { nav_bar: value } } });
const words = (value: unknown) => (p: SamplePackage) =>
  p.write('translations/en.json', JSON.stringify(value));
const script = (code: string) => (p: SamplePackage) => p.write('assets/index.js', code);
const drawing = (svg: string) => (p: SamplePackage) => p.write('assets/icon_nav_bar.svg', svg);
const authorNeeds = (key: string) => `error: manifest.json: "author.${key}" must be a string.`;

const manifestRows: Row[] = [
  ['no manifest', (p) => p.remove('manifest.json'), ['error: manifest.json is missing.']],
  [
    'a manifest one folder too deep',
    (p) => {
      p.remove('manifest.json');
      p.write('app/manifest.json', '{}');
    },
    ['error: manifest.json is missing: app/manifest.json is one folder too deep.'],
  ],
  [
    'a manifest that is no JSON',
    (p) => p.write('manifest.json', '{'),
    ['error: manifest.json is not valid JSON.'],
  ],
  [
    'a manifest that is a list',
    (p) => p.write('manifest.json', '[]'),
    ['error: manifest.json must hold a JSON object.'],
  ],
  [
    'a key given twice',
    (p) => p.replace('manifest.json', '{"name"', '{"private":true,"name"'),
    ['error: manifest.json holds the same key twice in one object.'],
  ],
  [
    'no author',
    (p) => p.manifest({ author: undefined }),
    ['error: manifest.json: "author" is required, with a name, an email and a url.'],
  ],
  ['an author without members', (p) => p.manifest({ author: {} }), ['name', 'email', 'url'].map(authorNeeds)],
  [
    'an author with an address that is no web page',
    (p) => p.manifest({ author: { name: 'A', email: 'a@b.c', url: 'ftp://x' } }),
    ['error: manifest.json: "author.url" must be an http or https address.'],
  ],
  [
    'a name that is a number',
    (p) => p.manifest({ name: 7 }),
    ['error: manifest.json: "name" must be a string.'],
  ],
  [
    'a boolean in quotes',
    (p) => p.manifest({ private: 'true' }),
    ['error: manifest.json: "private" must be true or false.'],
  ],
  [
    'no default locale',
    (p) => p.manifest({ defaultLocale: undefined }),
    ['error: manifest.json: "defaultLocale" is required.'],
  ],
  [
    'a default locale of the wrong form',
    (p) => p.manifest({ defaultLocale: 'English' }),
    ['error: manifest.json: "English" is not a locale such as en or en-GB.'],
  ],
  [
    'a default locale without a file',
    (p) => p.manifest({ defaultLocale: 'de' }),
    ["error: manifest.json: the default locale's file translations/de.json is missing."],
  ],
  [
    'another framework version',
    (p) => p.manifest({ frameworkVersion: '1.0' }),
    ['error: manifest.json: "frameworkVersion" must be "2.0".'],
  ],
  [
    'a version of two numbers',
    (p) => p.manifest({ version: '1.2' }),
    ['error: manifest.json: "version" must have the form 1.2.3.'],
  ],
  [
    'noTemplate',
    (p) => p.manifest({ noTemplate: true }),
    ['error: manifest.json: "noTemplate" is not allowed in framework 2.0.'],
  ],
  [
    'marketingOnly',
    (p) => p.manifest({ marketingOnly: true }),
    ['error: manifest.json: "marketingOnly" cannot be used by an app with screens.'],
  ],
  [
    'domains that are no list',
    (p) => p.manifest({ domainWhitelist: 'a.com' }),
    ['error: manifest.json: "domainWhitelist" must be a list of strings.'],
  ],
  [
    'terms at no address',
    (p) => p.manifest({ termsConditionsURL: 'terms' }),
    ['error: manifest.json: "termsConditionsURL" must be an http or https address.'],
  ],
  [
    'requirements',
    (p) => p.write('requirements.json', '{}'),
    ['error: requirements.json must not be in the package.'],
  ],
];

const locationRows: Row[] = [
  [
    'no location',
    (p) => p.manifest({ location: undefined }),
    ['error: manifest.json: "location" is required and must be an object.'],
  ],
  [
    'another product',
    (p) => p.manifest({ location: { sell: {}, support: {} } }),
    ['error: manifest.json: "location.sell" is not a product of this app.'],
  ],
  [
    'an unknown location',
    (p) => p.manifest({ location: { support: { side_bar: 'assets/index.html' } } }),
    ['error: manifest.json: location "side_bar" is not one that Zendesk Support has.'],
  ],
  [
    'a location that is a number',
    navBar(1),
    ['error: manifest.json: location "nav_bar" must be an address or an object.'],
  ],
  ['a location without an address', navBar({}), ['error: manifest.json: location "nav_bar" needs a "url".']],
  [
    'a page outside assets',
    navBar('index.html'),
    [
      'error: manifest.json: location "nav_bar": "index.html" must be a file under assets/ or an https address.',
    ],
  ],
  [
    'a page that is not there',
    navBar('assets/other.html?x=1'),
    ['error: manifest.json: location "nav_bar": its page assets/other.html is not in the package.'],
  ],
  [
    'flexible in quotes',
    navBar({ url: 'assets/index.html', flexible: 'true' }),
    ['error: manifest.json: location "nav_bar": "flexible" must be true or false.'],
  ],
  [
    'object types',
    navBar({ url: 'assets/index.html', objectTypes: [] }),
    ['error: manifest.json: location "nav_bar" must not have "objectTypes".'],
  ],
  [
    'no icon for the navigation bar',
    (p) => p.remove('assets/icon_nav_bar.svg'),
    ['error: assets/icon_nav_bar.svg is missing, and "nav_bar" shows it.'],
  ],
];

const parameterRows: Row[] = [
  [
    'parameters that are no list',
    (p) => p.manifest({ parameters: {} }),
    ['error: manifest.json: "parameters" must be a list.'],
  ],
  [
    'a parameter that is a word',
    parameter('x'),
    ['error: manifest.json: every parameter must be an object.'],
  ],
  [
    'a parameter without a name',
    parameter({ type: 'hidden' }),
    ['error: manifest.json: a parameter has no name.'],
  ],
  [
    'a parameter called name',
    parameter({ name: 'name', type: 'hidden' }),
    ['error: manifest.json: parameter "name" may not be called "name".'],
  ],
  [
    'two parameters of one name',
    (p) =>
      p.manifest({
        parameters: [
          { name: 'a', type: 'hidden' },
          { name: 'a', type: 'hidden' },
        ],
      }),
    ['error: manifest.json: parameter "a" is listed twice.'],
  ],
  [
    'a hidden and required parameter',
    parameter({ name: 'a', type: 'hidden', required: true }),
    ['error: manifest.json: parameter "a" is hidden and so cannot be required.'],
  ],
  [
    'a flag that is a word',
    parameter({ name: 'a', type: 'hidden', secure: 'no' }),
    ['error: manifest.json: parameter "a": "secure" must be true or false.'],
  ],
  [
    'scopes of a parameter that is not secure',
    parameter({ name: 'a', type: 'hidden', scopes: ['url'] }),
    ['error: manifest.json: parameter "a" has scopes and so must be secure.'],
  ],
  [
    'an unknown scope',
    parameter({ name: 'a', type: 'hidden', secure: true, scopes: ['page'] }),
    [
      'error: manifest.json: parameter "a": "scopes" must list some of header, body, url, jwt_secret_key, jwt_claim, basic_auth_username, basic_auth_password.',
    ],
  ],
  [
    'a secure parameter without scopes',
    parameter({ name: 'a', type: 'hidden', secure: true }),
    ['warning: manifest.json: parameter "a" is secure and has no scopes.'],
  ],
  [
    'a hidden parameter with a default',
    parameter({ name: 'a', type: 'hidden', default: '{}' }),
    ['warning: manifest.json: parameter "a" has a default although it is hidden.'],
  ],
  [
    'oauth without its parameter',
    (p) => p.manifest({ oauth: {} }),
    ['error: manifest.json: "oauth" needs a parameter of type "oauth".'],
  ],
  [
    'a type Zendesk no longer takes, without a label',
    parameter({ name: 'a', type: 'dropdown' }),
    [
      'error: manifest.json: parameter "a": type "dropdown" is not one of text, checkbox, url, number, multiline, hidden, oauth.',
      'error: translations/en.json: "app.parameters.a.label" is required.',
    ],
  ],
  [
    'a secret kept in the open',
    (p) => {
      p.manifest({ parameters: [{ name: 'apiToken' }] });
      words({ app: { name: 'A', parameters: { apiToken: { label: 'Token' } } } })(p);
    },
    ['warning: manifest.json: parameter "apiToken" sounds like a secret and is not secure.'],
  ],
];

const translationRows: Row[] = [
  [
    'a file named after no locale',
    (p) => p.write('translations/english.json', '{}'),
    ['error: translations/english.json is not named after a locale, such as translations/en-GB.json.'],
  ],
  [
    'a language that is no JSON',
    (p) => p.write('translations/de.json', 'x'),
    ['error: translations/de.json is not valid JSON.'],
  ],
  ['no name in English', words({ app: {} }), ['error: translations/en.json: "app.name" is required.']],
  [
    'no listing texts for the Marketplace',
    (p) => p.manifest({ private: false }),
    ['short_description', 'long_description', 'installation_instructions'].map(
      (key) => `error: translations/en.json: "app.${key}" is required.`,
    ),
  ],
  [
    'a product the manifest does not have',
    words({ app: { name: 'A', chat: {} } }),
    ['error: translations/en.json: "app.chat" is not a product of the manifest.'],
  ],
  [
    'a parameter listed without a label',
    words({ app: { name: 'A', parameters: { configuration: {} } } }),
    ['error: translations/en.json: "app.parameters.configuration.label" is required.'],
  ],
  [
    'a plain text beside app.package',
    words({ app: { name: 'A', package: 'a' } }),
    ['error: translations/en.json: with "app.package" every text must be { "title", "value" }.'],
  ],
];

const wrongSize = (width: number) => {
  const header = Buffer.alloc(33);
  header.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(width, 20);
  header[25] = 2;
  return header;
};
const svg = (inside: string, attributes = ' viewBox="0 0 18 18"') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;
const icon = 'error: assets/icon_nav_bar.svg';

const assetRows: Row[] = [
  ['no logo', (p) => p.remove('assets/logo.png'), ['error: assets/logo.png is missing.']],
  [
    'a logo of another size',
    (p) => p.write('assets/logo.png', wrongSize(300)),
    ['error: assets/logo.png is 300×300 and must be 320×320.'],
  ],
  [
    'a logo that is no PNG',
    (p) => p.write('assets/logo.png', 'GIF89a'),
    ['error: assets/logo.png is not a PNG.'],
  ],
  [
    'a small logo that is not transparent',
    (p) => p.write('assets/logo-small.png', wrongSize(128)),
    ['error: assets/logo-small.png must be transparent.'],
  ],
  [
    'a banner of another size',
    (p) => p.write('assets/banner.png', wrongSize(830)),
    ['error: assets/banner.png is 830×830 and must be 830×200 or 1660×400.'],
  ],
  [
    'a blocked kind of file',
    (p) => p.write('assets/guide.pdf', 'x'),
    ['error: assets/guide.pdf is of a kind Zendesk refuses (.pdf).'],
  ],
  [
    'a blocked kind under another name',
    (p) => p.write('assets/data.json', Buffer.from('504b0304', 'hex')),
    ['error: assets/data.json is a zip archive or office document, which Zendesk refuses.'],
  ],
  [
    'a shell script under another name',
    (p) => p.write('assets/README', '#!/bin/sh\nls\n'),
    ['error: assets/README is a shell script, which Zendesk refuses.'],
  ],
  [
    'a symbolic link',
    (p) => symlinkSync('logo.png', p.path('assets/link.png')),
    ['error: assets/link.png is a symbolic link, which a package may not hold.'],
  ],
  [
    'a script in a drawing',
    drawing(svg('<script>1</script>')),
    [`${icon} holds <script>, which Zendesk removes.`],
  ],
  [
    'an event attribute in a drawing',
    drawing(svg('<path onclick="x()"/>')),
    [`${icon} holds an event attribute, which Zendesk removes.`],
  ],
  [
    'a drawing that refers elsewhere',
    drawing(svg('<use href="other.svg#a"/>')),
    [`${icon} refers to something outside itself.`],
  ],
  [
    'an entity in a drawing',
    drawing(`<!DOCTYPE svg>${svg('')}`),
    [`${icon} holds a document type or instruction.`],
  ],
  ['a drawing without a viewBox', drawing(svg('', '')), [`${icon} has no viewBox.`]],
  [
    'a coloured icon',
    drawing(svg('<path fill="#f00" d=""/>')),
    [`${icon} must be drawn in currentColor alone.`],
  ],
];

const page = 'error: assets/index.html';
const bundle = 'error: assets/index.js';

const codeRows: Row[] = [
  ['a call of console', script('console.log(1)'), [`${bundle} calls console.`]],
  ['a debugger statement', script('if(a){debugger;}'), [`${bundle} holds a debugger statement.`]],
  ['a named source map', script('1\n//# sourceMappingURL=index.js.map'), [`${bundle} names a source map.`]],
  [
    'a source map',
    (p) => p.write('assets/index.js.map', '{}'),
    ['error: assets/index.js.map is a source map.'],
  ],
  ['eval', script('eval("1")'), [`${bundle} evaluates text as code.`]],
  ['code made from text', script('new Function("return 1")'), [`${bundle} evaluates text as code.`]],
  [
    'an unencrypted address',
    script('fetch("http://example.com/a")'),
    ['warning: assets/index.js names an unencrypted address: http://example.com/a.'],
  ],
  [
    'a password',
    script('const a={password:"hunter2hunter2"}'),
    ['warning: assets/index.js holds what looks like a password or key.'],
  ],
  ['an inline script', policyOf(['<div', '<script>1</script><div']), [`${page} holds an inline script.`]],
  [
    'a script from elsewhere',
    policyOf(['./index.js', 'https://cdn.example.com/a.js']),
    [`${page} loads a script from elsewhere: https://cdn.example.com/a.js.`],
  ],
  [
    'an absolute script',
    policyOf(['./index.js', '/index.js']),
    [`${page}: /index.js must be relative, the package has no fixed place.`],
  ],
  ['an event attribute', policyOf(['<div', '<div onclick="x()"']), [`${page} holds an event attribute.`]],
  [
    'a javascript: address',
    policyOf(['<div', '<a href="javascript:x"></a><div']),
    [`${page} holds a javascript: address.`],
  ],
  [
    'no policy',
    policyOf(['Content-Security-Policy', 'X-Nothing']),
    [`${page} has no Content-Security-Policy.`],
  ],
  [
    'a policy without the framework',
    policyOf([' https://static.zdassets.com;', ';']),
    [`${page}: its Content-Security-Policy keeps out the scripts of https://static.zdassets.com.`],
  ],
  [
    'a policy without its own scripts',
    policyOf(["script-src 'self'", 'script-src']),
    [`${page}: its Content-Security-Policy keeps out the scripts of 'self'.`],
  ],
  [
    'a policy with inline scripts',
    policyOf(["script-src 'self'", "script-src 'self' 'unsafe-inline'"]),
    [`${page}: its Content-Security-Policy lets in scripts of 'unsafe-inline'.`],
  ],
  [
    'a policy without base-uri',
    policyOf(["base-uri 'none'; ", '']),
    [`${page}: its Content-Security-Policy says nothing of base-uri.`],
  ],
  [
    'a policy open to every host',
    policyOf(["connect-src 'none'", 'connect-src *']),
    [`${page}: its Content-Security-Policy leaves connect-src open.`],
  ],
];

test('a package with nothing wrong gets no finding', () => {
  expect(validatePackage(pack.root)).toEqual([]);
});

test('a folder that is not there is one error', () => {
  expect(validatePackage(`${pack.root}/nothing`)).toEqual([
    { level: 'error', text: `There is no folder ${pack.root}/nothing.` },
  ]);
});

test('what lies in tmp is ignored, as Zendesk does', () => {
  pack.write('tmp/app.zip', 'x');
  expect(validatePackage(pack.root)).toEqual([]);
});

describe.each([
  ['manifest', manifestRows],
  ['locations', locationRows],
  ['parameters', parameterRows],
  ['translations', translationRows],
  ['assets', assetRows],
  ['code', codeRows],
])('%s', (_group, rows) => {
  test.each(rows)('%s is found', (_what, spoil, says) => {
    spoil(pack);
    expect(validatePackage(pack.root).map(({ level, text }) => `${level}: ${text}`)).toEqual(says);
  });
});

test('the command ends with 1 for a package with an error, also when started through a link', () => {
  pack.remove('assets/logo.png');
  const link = `${pack.root}.ts`;
  symlinkSync(`${process.cwd()}/scripts/validate.ts`, link);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', link, pack.root], {
    encoding: 'utf8',
  });
  unlinkSync(link);
  expect(stdout).toContain('error: assets/logo.png is missing.');
  expect(status).toBe(1);
});
