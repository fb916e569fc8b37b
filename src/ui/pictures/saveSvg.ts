/** A picture as a file of its own: colours resolved, its words inside, nothing fetched from anywhere. */
import { saveFile } from '../../actions/exportCases.ts';
import { cutText } from './textSize.ts';

export interface SvgTexts {
  title: string;
  sentence: string;
  /** For who cannot see it: the sentence and all notes. */
  description: string;
}

const space = 'http://www.w3.org/2000/svg';
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Everything else of the page's elements stays on the page. */
const kept = new Set(
  [
    'viewBox',
    'transform',
    'd',
    'x',
    'y',
    'x1',
    'x2',
    'y1',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'width',
    'height',
  ].concat(
    ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
    ['stroke-linejoin', 'stroke-linecap', 'paint-order', 'opacity'],
    ['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'dx', 'dy'],
  ),
);
const drawn = new Set(['svg', 'g', 'path', 'line', 'rect', 'circle', 'text', 'tspan']);

/** Control characters, halves of letters and what is no letter at all: XML has no place for them. */
const impossible = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const possible = (text: string) => text.replace(impossible, ' ');

/** Around the drawing, in pixels; above it stand its title and its sentence. */
const margin = 16;
const head = 44;

/** `colors` by variable, as `colorsOf` gives them. */
export function svgText(svg: SVGSVGElement, colors: ReadonlyMap<string, string>, texts: SvgTexts): string {
  const root = copyOf(svg, colors);
  const size = sizeOf(svg);
  const [width, height] = [size.width + 2 * margin, size.height + 2 * margin + head];
  const from = { x: -margin, y: -margin - head };
  put(root, {
    viewBox: `${from.x} ${from.y} ${width} ${height}`,
    width,
    height,
    'font-family': font,
    role: 'img',
  });
  const ink = colors.get('--fl-text') ?? 'black';
  const line = (text: string, y: number, look: Record<string, string | number>) =>
    put(words('text', cutText(text, size.width, Number(look['font-size']))), { x: 0, y, fill: ink, ...look });
  root.prepend(
    words('title', texts.title),
    words('desc', texts.description),
    put(document.createElementNS(space, 'rect'), {
      ...from,
      width,
      height,
      fill: colors.get('--fl-bg') ?? 'white',
    }),
    line(texts.title, 13 - head, { 'font-size': 15, 'font-weight': 600 }),
    line(texts.sentence, 32 - head, { 'font-size': 13 }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

export function saveSvg(name: string, text: string): void {
  saveFile({ name: `${name}.svg`, type: 'image/svg+xml;charset=utf-8', text });
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { width, height };
}

function put(element: Element, attributes: Record<string, string | number>): Element {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function copyOf(element: Element, colors: ReadonlyMap<string, string>): Element {
  const copy = document.createElementNS(space, element.localName);
  for (const { name, value } of element.attributes)
    if (kept.has(name)) copy.setAttribute(name, resolved(value, colors));
  for (const child of element.childNodes) {
    if (child instanceof Element) {
      if (drawn.has(child.localName)) copy.append(copyOf(child, colors));
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(possible(child.textContent ?? ''));
  }
  return copy;
}

const resolved = (value: string, colors: ReadonlyMap<string, string>) =>
  value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colors.get(name) ?? 'currentColor');

function words(tag: 'title' | 'desc' | 'text', text: string): Element {
  const element = document.createElementNS(space, tag);
  element.textContent = possible(text);
  return element;
}
