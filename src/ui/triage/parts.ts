/** What the triage page's first screen does not show. */
import { lazyPart, preload } from '../lazyPart.ts';

const importPanel = () => import('./CasePanel.tsx');
const importKeys = () => import('./KeyList.tsx');
const importSetUp = () => import('../setup/SetUp.tsx');

export const CasePanel = lazyPart(async () => (await importPanel()).CasePanel);
export const KeyList = lazyPart(async () => (await importKeys()).KeyList);
export const SetUp = lazyPart(async () => (await importSetUp()).SetUp);

/** Returns the way to stop. */
export const preloadParts = (isAdmin: boolean) =>
  preload(importPanel, importKeys, ...(isAdmin ? [importSetUp] : []));
