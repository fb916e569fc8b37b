import { type ReactNode, useId } from 'react';
import styled from 'styled-components';
import { color } from '../look.ts';

const Box = styled.section`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 10px;
  padding: 14px 16px 16px;
  border-bottom: 1px solid ${color('border.subtle')};
  h3 {
    margin: 0;
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    color: ${color('foreground.subtle')};
    text-transform: uppercase;
    letter-spacing: 0.04em;
  }
`;
export const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
`;

export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </Box>
  );
}
