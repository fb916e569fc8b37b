/** The few shapes every screen is laid out with; everything that is a control comes from Garden. */
import styled, { createGlobalStyle } from 'styled-components';

export const GlobalStyle = createGlobalStyle<{ $variables: string; $scheme: string }>`
  :root { ${({ $variables }) => $variables} color-scheme: ${({ $scheme }) => $scheme}; }
  *, *::before, *::after { box-sizing: border-box; }
  body {
    margin: 0;
    background: var(--fl-bg);
    color: var(--fl-text);
    font: 14px / 20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    -webkit-text-size-adjust: 100%;
  }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; font: inherit; }
  ul, ol { list-style: none; }
  :focus-visible { outline: 2px solid var(--fl-accent); outline-offset: 2px; }
  [tabindex='-1']:focus { outline: none; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;

export const Stack = styled.div<{ $gap?: number }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap = 8 }) => $gap}px;
  min-width: 0;
`;

export const Line = styled.div<{ $gap?: number }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ $gap = 8 }) => $gap}px;
  min-width: 0;
`;

/** One block of a screen, set off from the one above by a hairline. */
export const Block = styled.section`
  display: flex;
  flex-direction: column;
  gap: 8px;
  padding: 14px 16px;
  min-width: 0;
  border-bottom: 1px solid var(--fl-line);
`;

export const Title = styled.h2`
  && { font-weight: 600; }
`;

export const Quiet = styled.p`
  color: var(--fl-quiet);
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;
`;

/** Aside of screens that hold a last good answer: still readable, plainly not fresh. */
export const Aged = styled.div<{ $isOld: boolean }>`
  ${({ $isOld }) => $isOld && 'filter: grayscale(1);'}
`;

/** Looks like text, acts like a button. */
export const PlainButton = styled.button`
  position: relative;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
  border-radius: 2px;
`;

/** The same where nothing else tells that it can be pressed. */
export const Underlined = styled(PlainButton)`
  text-decoration: underline;
  text-underline-offset: 3px;
`;

export const Unseen = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
