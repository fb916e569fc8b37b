import { createGlobalStyle } from 'styled-components';

/** On paper: A4, black on white whatever the screen's scheme is, as many pages as it takes, and nothing to press. */
export const PrintStyle = createGlobalStyle`
  @page { size: A4; margin: 16mm 15mm; }
  @media print {
    :root {
      --fl-bg: #fff; --fl-text: #1f2124; --fl-quiet: #45494d; --fl-line: #d5d7d9; --fl-edge: #85898c;
      --fl-recessed: #f2f3f4; --fl-danger: #8c232c; --fl-accent: #1f2124;
      color-scheme: light;
    }
    html, body, main { height: auto !important; display: block !important; background: #fff !important; }
    body { font-size: 11pt; }
    h1, h2 { break-after: avoid; }
    table, li, blockquote { break-inside: avoid; }
    [role='alert'], [role='status'] { display: none; }
  }
`;
