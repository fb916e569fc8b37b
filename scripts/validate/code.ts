/** Pages and bundles: what a Marketplace reviewer objects to and what a hostile ticket could use. */
import { type Check, error, type Finding, textFiles, warning } from './files.ts';

/** Zendesk serves the framework from here; everything else a page runs is its own. */
export const sdkOrigin = 'https://static.zdassets.com';

const banned: [RegExp, string][] = [
  [/\bconsole\s*\.\s*\w+/, 'calls console'],
  [/\bdebugger\b\s*[;}\n]/, 'holds a debugger statement'],
  [/[/@#]\s*sourceMappingURL=/, 'names a source map'],
  [/(?<![\w.$])eval\s*\(|\bnew\s+Function\s*\(/, 'evaluates text as code'],
];

export const checkBundles: Check = (pack) => [
  ...[...pack.files.keys()]
    .filter((path) => path.endsWith('.map'))
    .map((path) => error(`${path} is a source map.`)),
  ...textFiles(pack, ['js', 'mjs']).flatMap(({ path, text }) =>
    banned.filter(([pattern]) => pattern.test(text)).map(([, what]) => error(`${path} ${what}.`)),
  ),
];

export const checkPages: Check = (pack) =>
  textFiles(pack, ['html', 'htm']).flatMap(({ path, text }) => [
    ...checkScripts(path, text),
    ...checkPolicy(path, text),
  ]);

function checkScripts(path: string, html: string): Finding[] {
  const page = html.replace(/<!--[\s\S]*?-->/g, '');
  const findings: Finding[] = [];
  for (const [, attributes = ''] of page.matchAll(/<script\b([^>]*)>/gi)) {
    const source = attributes.match(/\ssrc\s*=\s*["']?([^"'\s>]+)/i)?.[1];
    if (source === undefined) findings.push(error(`${path} holds an inline script.`));
    else if (/^(?:https?:)?\/\//.test(source) && !source.startsWith(`${sdkOrigin}/`)) {
      findings.push(error(`${path} loads a script from elsewhere: ${source}.`));
    } else if (source.startsWith('/'))
      findings.push(error(`${path}: ${source} must be relative, the package has no fixed place.`));
  }
  if (/<[^>]+\son\w+\s*=/i.test(page)) findings.push(error(`${path} holds an event attribute.`));
  if (/(?:href|src)\s*=\s*["']?\s*javascript:/i.test(page))
    findings.push(error(`${path} holds a javascript: address.`));
  return findings;
}

function checkPolicy(path: string, html: string): Finding[] {
  const meta = html.match(/<meta\b[^>]*http-equiv\s*=\s*["']Content-Security-Policy["'][^>]*>/i)?.[0];
  const content = meta?.match(/\scontent\s*=\s*"([^"]*)"/i)?.[1];
  if (content === undefined) return [error(`${path} has no Content-Security-Policy.`)];
  const policy = parsePolicy(content);
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['*'];
  const lacks = ["'self'", sdkOrigin].filter(
    (source) => !scripts.some((allowed) => allowed === source || allowed.startsWith(`${source}/`)),
  );
  const strangers = scripts.filter(
    (source) => source !== "'self'" && source !== sdkOrigin && !source.startsWith(`${sdkOrigin}/`),
  );
  const findings = [
    ...lacks.map((source) =>
      error(`${path}: its Content-Security-Policy keeps out the scripts of ${source}.`),
    ),
    ...strangers.map((source) => error(`${path}: its Content-Security-Policy lets in scripts of ${source}.`)),
  ];
  for (const directive of ['default-src', 'connect-src', 'base-uri', 'form-action']) {
    if (!policy.has(directive) && (directive !== 'connect-src' || !policy.has('default-src'))) {
      findings.push(error(`${path}: its Content-Security-Policy says nothing of ${directive}.`));
    }
  }
  const open = [...policy].filter(([, sources]) =>
    sources.some((source) => ['*', 'https:', 'http:'].includes(source)),
  );
  return [
    ...findings,
    ...open.map(([directive]) => error(`${path}: its Content-Security-Policy leaves ${directive} open.`)),
  ];
}

function parsePolicy(content: string): Map<string, string[]> {
  const directives = content.split(';').map((directive) => directive.trim().split(/\s+/));
  return new Map(
    directives.filter(([name]) => name).map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );
}

/** Namespaces are names, not addresses, and nothing is fetched from them. */
const namespaces = /http:\/\/www\.w3\.org\/[\w/#.-]*/g;

export const checkRequests: Check = (pack) =>
  textFiles(pack, ['js', 'html', 'htm']).flatMap(({ path, text }) => {
    const address = text.replace(namespaces, '').match(/http:\/\/[^\s"'`)]+/)?.[0];
    return address === undefined
      ? []
      : [warning(`${path} names an unencrypted address: ${address.slice(0, 80)}.`)];
  });

const secrets: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'a cloud access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}\b/, 'an access token'],
  [/\bxox[baprs]-[A-Za-z0-9-]{10,}/, 'an access token'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, 'a signed token'],
  [
    /["']?\b(?:api_?key|api_?token|secret|password|passwd)\b["']?\s*[:=]\s*["'][^"'\s]{8,}["']/i,
    'what looks like a password or key',
  ],
];

export const checkSecrets: Check = (pack) =>
  textFiles(pack, ['html', 'xml', 'js', 'json']).flatMap(({ path, text }) =>
    secrets.filter(([pattern]) => pattern.test(text)).map(([, what]) => warning(`${path} holds ${what}.`)),
  );
