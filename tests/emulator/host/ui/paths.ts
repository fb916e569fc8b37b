import type { InstalledApp } from '../../control.ts';
import { dashed } from '../deskRoutes.ts';

/** The app that answers to `/agent/apps/<slug>`. */
export function appOf(apps: InstalledApp[], slug: string): InstalledApp | undefined {
  return apps.find((app) => dashed(app.name) === dashed(slug));
}
