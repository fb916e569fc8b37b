import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { useEffect, useMemo, useRef } from 'react';
import { createGlobalStyle } from 'styled-components';
import type { Desk } from '../desk.ts';
import { BackgroundFrames } from '../zaf/AppFrame.tsx';
import type { Zaf } from '../zaf/types.ts';
import { AppModals } from './apps/AppModals.tsx';
import { useZaf, ZafProvider } from './apps/ZafContext.tsx';
import { CustomerSide } from './customer/CustomerSide.tsx';
import { DeskProvider, useDesk } from './DeskContext.tsx';
import { Toasts } from './shell/Toasts.tsx';
import { Workspace } from './shell/Workspace.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';

const GlobalStyle = createGlobalStyle`
  *, *::before, *::after { box-sizing: border-box; }
  body { margin: 0; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
  /* A name with direction marks in it may not turn its surroundings round. */
  strong, b, a, td, dd, h1, h2, h3 { unicode-bidi: isolate; }
  main:focus { outline: none; }
  button, input, select, textarea { font: inherit; }
  @media (prefers-reduced-motion: reduce) {
    * { animation-duration: 1ms !important; transition-duration: 1ms !important; }
  }
`;

function useTheme(desk: Desk) {
  const scheme = desk.scheme();
  useEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return useMemo(() => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } }), [scheme]);
}

/** Both sides. The agent's side, once seen, stays behind the customer's, with its frames alive. */
function Sides() {
  const desk = useDesk();
  const zaf = useZaf();
  const { page } = desk.route();
  const isCustomer = page === 'mailbox' || page === 'survey';
  const hasWorked = useRef(false);
  if (!isCustomer) hasWorked.current = true;
  const theme = useTheme(desk);
  useDocumentTitle();
  return (
    <ThemeProvider theme={theme}>
      <GlobalStyle />
      {hasWorked.current && <Workspace isHidden={isCustomer} />}
      {hasWorked.current && desk.me() && <BackgroundFrames key={desk.me()?.id} desk={desk} zaf={zaf} />}
      {isCustomer ? <CustomerSide /> : <AppModals />}
      <Toasts />
    </ThemeProvider>
  );
}

export function App({ desk, zaf }: { desk: Desk; zaf: Zaf }) {
  return (
    <DeskProvider desk={desk}>
      <ZafProvider zaf={zaf}>
        <Sides />
      </ZafProvider>
    </DeskProvider>
  );
}
