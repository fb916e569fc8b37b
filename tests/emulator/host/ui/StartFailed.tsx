import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { Problem } from './Problem.tsx';
import { words } from './words.ts';

const Middle = styled.main`
  max-width: 480px;
  margin: 15vh auto 0;
  padding: 0 16px;
  font-family: system-ui, sans-serif;
`;

/** The whole page, when the desk could not be made. */
export function StartFailed({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <ThemeProvider theme={DEFAULT_THEME}>
      <Middle>
        <h1>{words.product}</h1>
        <Problem sentence={`${words.problem.start} ${reason}`} onRetry={onRetry} />
      </Middle>
    </ThemeProvider>
  );
}
