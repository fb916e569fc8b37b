/** Around every screen: the App, Garden's theme in the person's colour scheme, server state, the live region. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import { type PropsWithChildren, useEffect, useMemo, useState } from 'react';
import { onSettings } from '../actions/frames.ts';
import { firstColorScheme, watchColorScheme } from '../actions/watchColorScheme.ts';
import type { App } from '../app.ts';
import { Announcer } from './Announcer.tsx';
import { cssVariables, themeOf } from './colors.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { GlobalStyle } from './layout.ts';
import { later } from './lazyPart.ts';
import { AppContext } from './useApp.ts';

/** What is fresh, and what is tried again, the actions and the http client decide. */
const queryDefaults = {
  retry: false,
  networkMode: 'always',
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export function Frame({ app, children }: PropsWithChildren<{ app: App }>) {
  const [scheme, setScheme] = useState(firstColorScheme);
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: queryDefaults } }));
  useEffect(() => watchColorScheme(app, setScheme), [app]);
  useEffect(() => {
    document.documentElement.lang = app.locale;
  }, [app]);
  useEffect(
    () =>
      onSettings(
        app,
        () => void later(() => import('../actions/adoptSettings.ts')).then((it) => it.adoptSettings(app)),
      ),
    [app],
  );
  const theme = useMemo(() => themeOf(scheme), [scheme]);
  return (
    <AppContext.Provider value={app}>
      <QueryClientProvider client={client}>
        <ThemeProvider theme={theme}>
          <GlobalStyle $variables={cssVariables(theme)} $scheme={scheme} />
          <Announcer>
            <ErrorBoundary words={app.t}>{children}</ErrorBoundary>
          </Announcer>
        </ThemeProvider>
      </QueryClientProvider>
    </AppContext.Provider>
  );
}
