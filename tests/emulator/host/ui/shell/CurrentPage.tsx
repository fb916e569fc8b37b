import { useDesk } from '../DeskContext.tsx';
import { Dashboard } from '../pages/Dashboard.tsx';
import { UserPage } from '../pages/UserPage.tsx';
import { Views } from '../pages/Views.tsx';
import { TicketPage } from '../ticket/TicketPage.tsx';

/** The agent page of the current address; apps' own pages are drawn beside it, to live on. */
export function CurrentPage() {
  const route = useDesk().route();
  switch (route.page) {
    case 'dashboard':
      return <Dashboard />;
    case 'views':
      return <Views />;
    case 'user':
      return <UserPage key={route.id} id={route.id} />;
    case 'ticket':
      return <TicketPage key={route.id} id={route.id} />;
    default:
      return null;
  }
}
