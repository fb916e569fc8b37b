/** Garden's colours by their variable names, for the page's own layout. */
import { getColor, type IGardenTheme } from '@zendeskgarden/react-theming';
import styled, { css, type DefaultTheme } from 'styled-components';

interface Themed {
  theme: DefaultTheme;
}

/** A Garden colour variable such as `background.default`, as a styled-components value. */
export const color =
  (variable: string) =>
  ({ theme }: Themed) =>
    getColor({ theme: theme as IGardenTheme, variable });

/** A chrome shade for the navigation: dark in both schemes. */
export const chrome =
  (light: number, dark: number) =>
  ({ theme }: Themed) =>
    getColor({
      theme: theme as IGardenTheme,
      light: { hue: 'chromeHue', shade: light },
      dark: { hue: 'neutralHue', shade: dark },
    });

/** Windows narrower than this show one part of the ticket at a time. */
export const narrow = '@media (max-width: 760px)';

export const focusRing = css`
  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 1px;
  }
`;

export const VisuallyHidden = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

export const Page = styled.div`
  height: 100%;
  overflow: auto;
  padding: 24px 28px 48px;
  ${narrow} {
    padding: 16px;
  }
`;

export const PageTitle = styled.h1`
  margin: 0 0 4px;
  font-size: 22px;
  line-height: 28px;
  font-weight: 600;
`;

export const SectionTitle = styled.h2`
  margin: 0;
  font-size: 14px;
  line-height: 20px;
  font-weight: 600;
`;

export const Quiet = styled.p`
  margin: 0;
  color: ${color('foreground.subtle')};
`;

export const TextLink = styled.span`
  a {
    color: ${color('foreground.primary')};
    text-decoration: none;
    border-radius: 2px;
  }
  a:hover {
    text-decoration: underline;
  }
`;
