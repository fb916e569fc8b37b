import type { App } from '../app.ts';

/** May the signed-in person take feedback out of the figures, and back in? */
export const maySetAside = ({ configuration, user }: Pick<App, 'configuration' | 'user'>) =>
  configuration.setAsideBy === 'everyone' || user.isAdmin;
