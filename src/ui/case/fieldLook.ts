import { css } from 'styled-components';

/** As Garden's compact fields look, whose package is too dear for a first screen that needs two of them. */
export const fieldLook = css`
  width: 100%;
  padding: 5px 12px;
  border: 1px solid var(--fl-strong);
  border-radius: 4px;
  background: var(--fl-bg);
  color: inherit;
  font: inherit;
  &:hover { border-color: var(--fl-accent); }
  &::placeholder { color: var(--fl-quiet); opacity: 1; }
`;
