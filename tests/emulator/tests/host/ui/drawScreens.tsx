/**
 * Draws the whole workspace page over a fake desk, as `main.tsx` does over the real one. Its styles go to an element
 * outside the page: jsdom cannot compute Garden's `border: revert`, and looks up roles ten times faster without.
 */
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StyleSheetManager } from 'styled-components';
import { afterEach } from 'vitest';
import type { InstalledApp } from '../../../control.ts';
import { App } from '../../../host/ui/App.tsx';
import { createFakeDesk, type FakeDeskOptions } from './fakeDesk.ts';
import { createFakeZaf } from './fakeZaf.ts';

/* Before the suite's own checks: an answer that comes after the last line of a test has no screen to change. */
afterEach(cleanup);

export function drawScreens(
  options: FakeDeskOptions = {},
  modals: { guid: string; app: InstalledApp }[] = [],
) {
  const fake = createFakeDesk(options);
  const zaf = createFakeZaf(fake.desk, modals);
  const person = userEvent.setup();
  render(
    <StyleSheetManager target={document.createElement('div')}>
      <App desk={fake.desk} zaf={zaf} />
    </StyleSheetManager>,
  );
  return { ...fake, zaf, person };
}
