/** The pages of the navigation bar, in their order. */
import type { Configuration } from '../care/configuration.ts';
import { isLead } from '../care/lead.ts';

export const pageNames = ['cases', 'insights', 'issues', 'huddle', 'coaching', 'scores', 'set_up'] as const;
export type PageName = (typeof pageNames)[number];

/** What whoever is signed in may open: insights, issues and huddles are for leads, one's own sheet is for everybody. */
export function pagesFor(user: { id: string; isAdmin: boolean }, configuration: Configuration): PageName[] {
  const isLeading = isLead(user, configuration);
  const isOffered: Record<PageName, boolean> = {
    cases: true,
    insights: isLeading,
    issues: isLeading,
    huddle: isLeading,
    coaching: true,
    scores: true,
    set_up: user.isAdmin,
  };
  return pageNames.filter((name) => isOffered[name]);
}

/** What every page but the cases is given. */
export interface PageProps {
  onPage: (page: PageName) => void;
}
