/** Draws SVG markup from a file inline, rebuilt element by element from a list of harmless ones. */
import { createElement, type ReactNode, useMemo } from 'react';

const elements = new Set([
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
  'symbol',
]);
const attributes = new Map(
  [
    'd cx cy r rx ry x y x1 x2 y1 y2 width height points transform viewBox opacity',
    'fill-rule clip-rule stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] as const),
);

/** Every paint but `none` and `transparent` becomes the colour of the text around the icon. */
function paint(value: string): string {
  return /^(none|transparent)$/i.test(value.trim()) ? 'none' : 'currentColor';
}

function propsOf(element: Element): Record<string, string> {
  const props: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    const known = attributes.get(name);
    if (known) props[known] = value;
    if (name === 'fill' || name === 'stroke') props[name] = paint(value);
  }
  return props;
}

function rebuild(element: Element, key: string): ReactNode {
  if (!elements.has(element.localName)) return null;
  const children = [...element.children].map((child, index) => rebuild(child, `${key}.${index}`));
  const name = element.localName === 'symbol' ? 'g' : element.localName;
  return createElement(name, { key, ...propsOf(element) }, ...children);
}

/** An icon file may hold several symbols: the one asked for, `default` or the first; otherwise all it draws. */
function shapesOf(root: Element, symbol: string | null): Element[] {
  const symbols = [...root.querySelectorAll('symbol')];
  const named = (id: string | null) => symbols.find((one) => one.id === id);
  const chosen = named(symbol) ?? named('default') ?? symbols[0];
  return chosen ? [chosen] : [...root.children];
}

function parse(markup: string, size: number, symbol: string | null): ReactNode {
  const root = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return null;
  const { width, height, ...props } = propsOf(root);
  const shapes = shapesOf(root, symbol);
  const [shape] = shapes;
  // A file of several symbols has its measure on each of them.
  if (shape?.localName === 'symbol')
    Object.assign(props, { viewBox: propsOf(shape).viewBox ?? props.viewBox });
  return createElement(
    'svg',
    {
      viewBox: `0 0 ${Number.parseFloat(width ?? '') || 16} ${Number.parseFloat(height ?? '') || 16}`,
      fill: 'currentColor',
      ...props,
      width: size,
      height: size,
      'aria-hidden': true,
      focusable: false,
    },
    ...shapes.map((child, index) => rebuild(child, String(index))),
  );
}

interface SafeSvgProps {
  markup: string;
  size?: number;
  /** Id of a `<symbol>` in the markup: `iconSymbol` of the app framework. */
  symbol?: string | null;
}

/** An icon `size` pixels wide, in the colour of its surroundings, hidden from assistive technology. */
export function SafeSvg({ markup, size = 16, symbol = null }: SafeSvgProps) {
  return useMemo(() => parse(markup, size, symbol), [markup, size, symbol]);
}
