/** Garden's colours a picture is drawn in, as CSS variables: `var(--fl-…)` of every layout, and a tone for each series. */
import { getColor, type IGardenTheme } from '@zendeskgarden/react-theming';
import { cssVariables, themeOf } from '../colors.ts';

/** Apart in hue, and all of them 5:1 and more on the background: as marks and as text. */
const hues = ['blue', 'orange', 'purple', 'green', 'crimson', 'grey'] as const;

/** Series beyond begin again; their dashes and shapes go on differing. */
export const toneCount = hues.length;

export const toneOf = (index: number) => `var(--fl-tone${(index % toneCount) + 1})`;

const tones = (theme: IGardenTheme) =>
  hues.map((hue, index) => {
    const color = getColor({ theme, light: { hue, shade: 700 }, dark: { hue, shade: 500 } });
    return `--fl-tone${index + 1}: ${color};`;
  });

/** All of them, for a wrapper's style. */
export const pictureVariables = (theme: IGardenTheme) => cssVariables(theme) + tones(theme).join('');

/** Paper is white whatever the screen is. */
export const printVariables = pictureVariables(themeOf('light'));

/** Colour by variable, `--fl-tone1` → `#1f73b7`, for what leaves the page. */
export function colorsOf(theme: IGardenTheme): Map<string, string> {
  const pairs = [...pictureVariables(theme).matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  return new Map(pairs.map(([, name = '', color = '']) => [name, color]));
}
