/** Garden's colours of the current scheme as CSS variables: `var(--fl-danger)` in every layout. */
import { DEFAULT_THEME, getColor, type IGardenTheme } from '@zendeskgarden/react-theming';

const variables = {
  bg: 'background.default',
  recessed: 'background.recessed',
  text: 'foreground.default',
  quiet: 'foreground.subtle',
  accent: 'foreground.primary',
  warning: 'foreground.warning',
  danger: 'foreground.danger',
  line: 'border.subtle',
  edge: 'border.default',
  strong: 'border.emphasis',
  warningbg: 'background.warning',
  dangerbg: 'background.danger',
} as const;

export const themeOf = (base: 'light' | 'dark'): IGardenTheme => ({
  ...DEFAULT_THEME,
  colors: { ...DEFAULT_THEME.colors, base },
});

export function cssVariables(theme: IGardenTheme): string {
  return Object.entries(variables)
    .map(([name, variable]) => `--fl-${name}: ${getColor({ theme, variable })};`)
    .join('');
}
