/** Answers one below the other, each with the key that chooses it. */
import styled from 'styled-components';

export const Choices = styled.div`
  display: grid;
  gap: 6px;
  & > button { justify-content: flex-start; min-height: 36px; height: auto; line-height: 20px; white-space: normal; text-align: start; }
  @media (pointer: coarse), (max-width: 600px) { & > button { min-height: 40px; } }
`;

/** A radio in a row of its own, thumb-sized where there are thumbs. */
export const Choice = styled.div`
  display: flex;
  gap: 8px;
  min-height: 28px;
  @media (pointer: coarse), (max-width: 600px) { min-height: 40px; }
`;

/** The key, as a picture of it: what reads the screen aloud is told by `aria-keyshortcuts`. */
export const Digit = styled.span`
  flex: none;
  min-width: 20px;
  padding: 0 5px;
  border: 1px solid var(--fl-edge);
  border-radius: 4px;
  color: var(--fl-quiet);
  font-size: 12px;
  height: 20px;
  line-height: 18px;
  text-align: center;
  font-variant-numeric: tabular-nums;
  button & { margin-inline-end: 8px; color: inherit; border-color: currentColor; }
  @media (hover: none) { display: none; }
`;
