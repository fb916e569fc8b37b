/** What the triage page's first screen does not show. */
import { lazyPart, preload } from '../lazyPart.ts';

const importPanel = () => import('./CasePanel.tsx');
const importKeys = () => import('./KeyList.tsx');
const importSync = () => import('../sync/SyncBar.tsx');
const importScores = () => import('../scores/ScoresScreen.tsx');
const importSetUp = () => import('../setup/SetUp.tsx');

export const CasePanel = lazyPart(async () => (await importPanel()).CasePanel);
export const KeyList = lazyPart(async () => (await importKeys()).KeyList);
export const SyncBar = lazyPart(async () => (await importSync()).SyncBar);
export const ScoresScreen = lazyPart(async () => (await importScores()).ScoresScreen);
export const SetUp = lazyPart(async () => (await importSetUp()).SetUp);

/** Returns the way to stop. */
export const preloadParts = (isAdmin: boolean) =>
  preload(importPanel, importKeys, importScores, ...(isAdmin ? [importSetUp] : []));
