import { openTicket, type Scope } from '../scope.ts';
import { member, onTickets, type ZafObject } from './object.ts';

export const channel: ZafObject = {
  name: 'channel',
  isIn: onTickets,
  paths: [
    { path: 'channel', get: currentChannel },
    { path: /^channel\.(.+)$/, get: async (scope, [path = '']) => member(await currentChannel(scope), path) },
  ],
};

async function currentChannel(scope: Scope) {
  const { draft } = await openTicket(scope);
  return channelShape(draft.type);
}

/** The composer answers by mail or writes a note; the emulator has no live channels. */
export function channelShape(draftType: unknown) {
  const name = draftType === 'internalNote' ? 'internal' : 'email';
  return { name, sessionBased: false, sessionActive: false };
}
