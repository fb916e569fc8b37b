import type { App } from '../../app.ts';
import { isNative, type Rating } from '../../care/rating.ts';

/** Is there a number behind this good or bad that only an admin's app can bring? */
export const isNumberAwaited = ({ user, configuration }: App, rating: Rating) =>
  rating.value === null && isNative(rating) && configuration.survey === 'customizable' && !user.isAdmin;
