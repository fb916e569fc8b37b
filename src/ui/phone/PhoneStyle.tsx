/** The page on a phone: a case is a page of its own, and everything one presses is as large as a thumb. */
import { createGlobalStyle } from 'styled-components';
import { narrow } from '../triage/layout.ts';
import { barHeight } from '../views/Sheet.tsx';

export const PhoneStyle = createGlobalStyle`
  ${narrow} {
    main { padding-bottom: ${barHeight}px; }
    /* What stands above the case makes room for it, but for what went wrong. */
    main > :has(~ * aside):not(:has([role='alert'])) { display: none; }
    header button, main > div > [aria-expanded] { min-width: 44px; min-height: 44px; }
    main [role='search'] input { min-height: 44px; font-size: 16px; }
    aside button:not([data-garden-id])::before { content: ''; position: absolute; inset: -11px -4px; }
    aside ol { margin-bottom: 12px; }
    aside button, aside summary { position: relative; }
    aside button[data-garden-id] { display: inline-flex; align-items: center; min-width: 40px; min-height: 40px; }
    aside label, aside [role='radio'], aside [role='checkbox'] { min-height: 40px; }
    main aside input:not([type='radio']):not([type='checkbox']), main aside textarea, main aside select { min-height: 44px !important; font-size: 16px; }
  }
`;
