/** Shapes of the insights page: cards, tables that scroll in their own box, and all of it on paper. */
import styled from 'styled-components';
import { Stack } from '../layout.ts';

/** Everything of the page; where a thumb presses, what it presses is bigger than it looks. */
export const Whole = styled(Stack)`
  summary { width: fit-content; cursor: pointer; }
  @media (max-width: 600px) {
    button:not([data-garden-id]):not([data-full])::after { content: ''; position: absolute; inset: -12px -2px; }
    summary { padding-block: 10px; }
    [data-garden-id='forms.select_wrapper'] { max-height: none; }
    select, input[type='date'] { min-height: 40px; padding-block: 9px; }
    input[type='checkbox'] ~ label::after { content: ''; position: absolute; inset: -10px 0; }
    form div, .choices { gap: 22px; }
    .named { gap: 12px; }
    .name { min-height: 40px; }
    .name button:not([data-garden-id]):not([data-full])::after { inset: -13px; }
    button[data-full] { padding-block: 12px; }
    table td, table th { padding-block: 14px; }
  }
`;

export const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(210px, 1fr));
  gap: 12px;
  > li {
    padding: 12px 14px;
    border: 1px solid var(--fl-line);
    border-radius: 6px;
    min-width: 0;
    break-inside: avoid;
  }
  @media (max-width: 600px) { grid-template-columns: minmax(0, 1fr); }
  @media print { grid-template-columns: repeat(3, 1fr); }
`;

export const Section = styled(Stack)`
  && h2 { font-size: 16px; line-height: 22px; }
  padding-top: 8px;
  @media print { h2 { break-after: avoid; } }
`;

/** Its right edge is shaded while there is more beyond it. */
export const TableBox = styled.div`
  overflow-x: auto;
  max-width: 100%;
  background:
    linear-gradient(to left, var(--fl-bg) 40%, transparent) 100% 0 / 40px 100% no-repeat local,
    linear-gradient(to left, var(--fl-line), transparent) 100% 0 / 16px 100% no-repeat scroll;
  @media print { overflow: visible; background: none; }
`;

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  th, td { padding: 8px 14px 8px 0; vertical-align: top; text-align: start; border-bottom: 1px solid var(--fl-line); }
  thead th { color: var(--fl-quiet); font-size: 12px; line-height: 16px; font-weight: 600; white-space: nowrap; }
  tbody th { font-weight: 400; min-width: 120px; overflow-wrap: anywhere; }
  tbody th[scope='rowgroup'] { padding-top: 16px; font-weight: 600; }
  td { min-width: 130px; }
  tr { break-inside: avoid; }
  @media print { td { min-width: 0; } }
`;
