import { useEffect } from 'react';
import type { Desk } from '../desk.ts';
import { useDesk } from './DeskContext.tsx';
import { appOf } from './paths.ts';
import { words } from './words.ts';

function placeOf(desk: Desk): string {
  const route = desk.route();
  switch (route.page) {
    case 'dashboard':
      return words.dashboard.title;
    case 'views':
      return words.views.title;
    case 'user':
      return desk.user(route.id)?.name ?? words.user.title(route.id);
    case 'app':
      return appOf(desk.apps(), route.name)?.name ?? route.name;
    case 'mailbox':
      return words.customer.mailbox;
    case 'survey':
      return words.customer.survey;
    case 'ticket':
      return [`#${route.id}`, desk.tab(route.id)?.saved?.subject].filter(Boolean).join(' ');
  }
}

/** Names the browser's tab after the page that is open. */
export function useDocumentTitle(): void {
  const title = `${placeOf(useDesk())} – ${words.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
