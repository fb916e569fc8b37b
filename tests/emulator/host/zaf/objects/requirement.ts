import { ask, listIn } from '../../deskHttp.ts';
import { ZafError } from '../errors.ts';
import { everywhere, type ZafObject } from './object.ts';

interface RequirementJson {
  identifier: string;
  requirement_id: number;
  requirement_type: string;
}

export const requirement: ZafObject = {
  name: 'requirement',
  isIn: everywhere,
  paths: [
    {
      path: /^requirement:(.+)$/,
      get: async ({ desk, instance }, [identifier]) => {
        const path = `/api/v2/apps/installations/${instance.app.installationId}/requirements`;
        const all = listIn<RequirementJson>(await ask(desk.api, path), 'requirements');
        const found = all.find((candidate) => candidate.identifier === identifier);
        if (!found) throw new ZafError('RequirementNotFoundError', 'This app has no such requirement.');
        return found;
      },
    },
  ],
};
