/** Shapes of the settings: one column, groups set off by hairlines, forms in two columns where there is room. */
import styled from 'styled-components';
import { Line, Stack } from '../layout.ts';
import { narrow } from '../triage/layout.ts';

export const Group = styled(Stack)`
  padding-top: 20px;
  border-top: 1px solid var(--fl-line);
`;

export const GroupName = styled.h2`
  && { font-size: 16px; line-height: 22px; font-weight: 600; }
  & > span { color: var(--fl-quiet); font-variant-numeric: tabular-nums; }
`;

export const Box = styled(Stack)`
  padding: 12px 14px;
  border: 1px solid var(--fl-edge);
  border-radius: 6px;
`;

/** Name on the left, what can be done on the right; below each other where it is narrow. */
export const Row = styled(Line)`
  justify-content: space-between;
  ${narrow} { flex-direction: column; align-items: flex-start; }
`;

/** Buttons that look like text stand in line with the text above them. */
export const Actions = styled(Line)`
  ${narrow} { margin-inline-start: -12px; }
`;

export const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
  gap: 16px;
  align-items: start;
`;

/** Text of the account inside a sentence of ours. */
export const Strong = styled.strong`
  font-weight: 600;
  overflow-wrap: anywhere;
`;
