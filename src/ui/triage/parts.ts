/** What the triage page's first screen does not show. */
import { lazyPart, preload } from '../lazyPart.ts';

const importPanel = () => import('../closing/QueuePanel.tsx');
const importKeys = () => import('./KeyList.tsx');
const importBulk = () => import('../bulk/BulkBar.tsx');
const importQueue = () => import('../queue/QueueBar.tsx');
const importSync = () => import('../sync/SyncBar.tsx');
const importShelf = () => import('../views/Shelf.tsx');
const importFavourites = () => import('../favourites/FavouritesScreen.tsx');
const importScores = () => import('../scores/ScoresScreen.tsx');
const importSetUp = () => import('../setup/SetUp.tsx');

/** The panel with what comes after it: the next case. */
export const CasePanel = lazyPart(async () => (await importPanel()).QueuePanel);
export const RecoveryLine = lazyPart(async () => (await import('../closing/RecoveryLine.tsx')).RecoveryLine);
export const Reward = lazyPart(async () => (await import('../closing/Reward.tsx')).Reward);
export const KeyList = lazyPart(async () => (await importKeys()).KeyList);
export const BulkBar = lazyPart(async () => (await importBulk()).BulkBar);
export const QueueBar = lazyPart(async () => (await importQueue()).QueueBar);
export const Shelf = lazyPart(async () => (await importShelf()).Shelf);
export const FavouritesScreen = lazyPart(async () => (await importFavourites()).FavouritesScreen);
export const OutboxBar = lazyPart(async () => (await import('../reply/OutboxBar.tsx')).OutboxBar);
export const CardStar = lazyPart(async () => (await import('../favourites/CardStar.tsx')).CardStar);
export const NoticeBar = lazyPart(async () => (await import('../notices/NoticeBar.tsx')).NoticeBar);
export const SyncBar = lazyPart(async () => (await importSync()).SyncBar);
/** The pages that are given nothing but the way to the others. */
export const screens = {
  insights: lazyPart(async () => (await import('../insights/InsightsScreen.tsx')).InsightsScreen),
  issues: lazyPart(async () => (await import('../issues/IssuesScreen.tsx')).IssuesScreen),
  huddle: lazyPart(async () => (await import('../huddle/HuddleScreen.tsx')).HuddleScreen),
  coaching: lazyPart(async () => (await import('../coaching/CoachingScreen.tsx')).CoachingScreen),
  scores: lazyPart(async () => (await importScores()).ScoresScreen),
};
export const SetUp = lazyPart(async () => (await importSetUp()).SetUp);

/** Returns the way to stop. */
export const preloadParts = (isAdmin: boolean) =>
  preload(importPanel, importKeys, importBulk, importScores, ...(isAdmin ? [importSetUp] : []));
