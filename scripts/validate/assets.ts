/** Pictures and other files: kinds Zendesk refuses, sizes of the logos, drawings its sanitiser would rewrite. */
import { type Check, error, type Finding, textFiles } from './files.ts';

const blocked =
  'rar zip gzip gz pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg odt pptx ppt xls xlsx 7z'.split(' ');

/** First bytes of the blocked kinds, in hexadecimal: a new name does not make a file another kind. */
const signatures: [string, RegExp][] = [
  ['a rar archive', /^526172211a07/],
  ['a zip archive or office document', /^504b0304/],
  ['a gzip file', /^1f8b/],
  ['a PDF', /^25504446/],
  ['an old office document', /^d0cf11e0a1b11ae1/],
  ['a bzip2 file', /^425a68/],
  ['a 7z archive', /^377abcaf271c/],
  ['an MP3', /^494433/],
  ['an AVI', /^52494646.{8}41564920/],
  ['a shell script', /^23212f(?:[0-9a-f]{2})*?7368(?:0a|0d|20)/],
];

export const checkKinds: Check = ({ files, symlinks }) => [
  ...symlinks.map((path) => error(`${path} is a symbolic link, which a package may not hold.`)),
  ...[...files].flatMap(([path, bytes]): Finding[] => {
    const extension = path.match(/\.([^./]+)$/)?.[1]?.toLowerCase() ?? '';
    if (blocked.includes(extension)) return [error(`${path} is of a kind Zendesk refuses (.${extension}).`)];
    const kind = signatures.find(([, start]) => start.test(bytes.subarray(0, 64).toString('hex')))?.[0];
    return kind === undefined ? [] : [error(`${path} is ${kind}, which Zendesk refuses.`)];
  }),
];

const pictures: { path: string; sizes: [number, number][]; isRequired: boolean; needsAlpha?: boolean }[] = [
  { path: 'assets/logo.png', sizes: [[320, 320]], isRequired: true },
  { path: 'assets/logo-small.png', sizes: [[128, 128]], isRequired: true, needsAlpha: true },
  {
    path: 'assets/banner.png',
    sizes: [
      [830, 200],
      [1660, 400],
    ],
    isRequired: false,
  },
];

export const checkPictures: Check = ({ files }) =>
  pictures.flatMap(({ path, sizes, isRequired, needsAlpha }): Finding[] => {
    const bytes = files.get(path);
    if (!bytes) return isRequired ? [error(`${path} is missing.`)] : [];
    const header = readPngHeader(bytes);
    if (!header) return [error(`${path} is not a PNG.`)];
    const wanted = sizes.map(([width, height]) => `${width}×${height}`);
    const size = `${header.width}×${header.height}`;
    if (!wanted.includes(size)) return [error(`${path} is ${size} and must be ${wanted.join(' or ')}.`)];
    return needsAlpha && !header.hasAlpha ? [error(`${path} must be transparent.`)] : [];
  });

/** Width, height and colour type stand in the first chunk: https://www.w3.org/TR/png/#11IHDR */
function readPngHeader(bytes: Buffer): { width: number; height: number; hasAlpha: boolean } | null {
  if (bytes.length < 26 || bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') return null;
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: [4, 6].includes(bytes[25] ?? 0),
  };
}

const drawingElements = (
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan ' +
  'linearGradient radialGradient stop clipPath mask pattern filter'
).split(' ');

/** Zendesk rewrites an unclean drawing and swaps one with a bitmap for a placeholder: here both are errors. */
export const checkDrawings: Check = (pack) =>
  textFiles(pack, ['svg'], 'assets/').flatMap(({ path, text }) => {
    const elements = [...text.matchAll(/<([a-zA-Z][\w:-]*)/g)].map(([, name]) => name ?? '');
    const unknown = [...new Set(elements)].filter((name) => !drawingElements.includes(name));
    const findings = unknown.map((name) => error(`${path} holds <${name}>, which Zendesk removes.`));
    if (/\son\w+\s*=/i.test(text))
      findings.push(error(`${path} holds an event attribute, which Zendesk removes.`));
    if (/(?:href\s*=\s*["']|url\(\s*["']?)(?!#)/i.test(text))
      findings.push(error(`${path} refers to something outside itself.`));
    if (/<!DOCTYPE|<!ENTITY|<\?(?!xml )/i.test(text))
      findings.push(error(`${path} holds a document type or instruction.`));
    if (!/<svg[^>]*\sviewBox=/.test(text)) findings.push(error(`${path} has no viewBox.`));
    if (/\/icon_\w+\.svg$/.test(path)) findings.push(...checkIconColour(path, text));
    return findings;
  });

function checkIconColour(path: string, text: string): Finding[] {
  const colours = [...text.matchAll(/(?:fill|stroke|stop-color)\s*[=:]\s*["']?([^"';>\s]+)/g)].map(
    ([, colour]) => colour ?? '',
  );
  const isMonochrome = colours.every((colour) => ['currentColor', 'none', 'inherit'].includes(colour));
  return isMonochrome ? [] : [error(`${path} must be drawn in currentColor alone.`)];
}
