import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import type { Route } from '../desk.ts';
import { formatRoute } from '../deskRoutes.ts';
import { useDesk } from './DeskContext.tsx';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Route;
}

/** A real link into the workspace: a plain click stays in the page, a modified one opens as any link does. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const desk = useDesk();
  const onFollow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    desk.open(to);
  };
  return (
    <a {...rest} href={formatRoute(to)} onClick={onFollow}>
      {children}
    </a>
  );
}
