/** Links that led somewhere already: coming back to the list is no reason to follow them again. */
import type { Place } from '../../actions/watchRoute.ts';

const followed = new WeakSet<Place>();

export const isFollowed = (place: Place) => followed.has(place);

export const setFollowed = (place: Place) => void followed.add(place);
