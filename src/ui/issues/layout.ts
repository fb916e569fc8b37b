/** Shapes of the issues page: sections set off by hairlines, rows of one pattern, cards where it is narrow. */
import styled from 'styled-components';
import { Line, Stack } from '../layout.ts';
import { narrow } from '../triage/layout.ts';

export const Section = styled(Stack)`
  padding-top: 18px;
  border-top: 1px solid var(--fl-line);
  @media print { break-inside: avoid; }
`;

export const Heading = styled.h2`
  && { font-size: 15px; line-height: 22px; font-weight: 600; overflow-wrap: anywhere; }
`;

export const Rows = styled.ul`
  && { display: flex; flex-direction: column; }
  & > li { padding: 10px 0; border-bottom: 1px solid var(--fl-line); min-width: 0; }
  & > li:last-child { border-bottom: 0; }
`;

/** Name on the left, figures on the right; below each other where it is narrow. */
export const Wide = styled(Line)`
  justify-content: space-between;
  align-items: flex-start;
  flex-wrap: nowrap;
  gap: 16px;
  ${narrow} { flex-direction: column; gap: 6px; align-items: stretch; }
`;

export const Small = styled.span`
  color: var(--fl-quiet);
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;
`;

/** What is late: red, and said in words beside it. */
export const Late = styled.span`
  color: var(--fl-danger);
  font-weight: 600;
`;

export const Strong = styled.strong`
  font-weight: 600;
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
`;

/** Where the page says the one thing that is to be taken to the meeting. */
export const Saying = styled.div`
  padding: 16px 18px;
  border: 1px solid var(--fl-edge);
  border-inline-start: 4px solid var(--fl-accent);
  border-radius: 4px;
  background: var(--fl-bg);
  p { font-size: 17px; line-height: 27px; overflow-wrap: anywhere; }
  ${narrow} { padding: 12px 14px; p { font-size: 16px; line-height: 25px; } }
`;

/** Two columns where there is room. */
export const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
  gap: 16px 32px;
  align-items: start;
`;
