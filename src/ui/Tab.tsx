/** One of a few things shown in turn: the pressed one is shown. */
import styled from 'styled-components';

export const Tab = styled.button`
  display: flex;
  gap: 6px;
  align-items: center;
  padding: 8px 10px;
  min-height: 40px;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: var(--fl-quiet);
  font: inherit;
  white-space: nowrap;
  cursor: pointer;
  &:focus-visible { outline-offset: -3px; }
  &:hover { color: var(--fl-text); }
  &[aria-pressed='true'] { border-bottom-color: var(--fl-accent); color: var(--fl-text); font-weight: 600; }
  & > span { font-variant-numeric: tabular-nums; font-weight: 400; color: var(--fl-quiet); }
`;
