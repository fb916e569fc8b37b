/** `instances`, `instances.<guid>`, `instances.create` and a modal's `destroy`. */
import { unknownPath, ZafError } from '../errors.ts';
import type { Scope } from '../scope.ts';
import { everywhere, type ZafObject } from './object.ts';

export const instances: ZafObject = {
  name: 'instances',
  isIn: everywhere,
  paths: [
    {
      path: 'instances',
      get: (scope) => Object.fromEntries(siblings(scope).map(({ guid, context }) => [guid, context])),
    },
    {
      path: 'instances.create',
      invoke: (scope, [options]) => {
        const { context } = scope.createModal(options);
        return [{ ...context, host: 'zendesk', status: 'created' }];
      },
    },
    {
      path: /^instances\.(.+)$/,
      get: (scope, [guid]) => {
        const found = siblings(scope).find((instance) => instance.guid === guid);
        if (!found) throw new ZafError('InstanceNotFoundError', 'There is no such instance.');
        return found.context;
      },
    },
    {
      path: 'destroy',
      invoke: ({ instance, closeModal }) => {
        if (instance.location !== 'modal') throw unknownPath();
        closeModal(instance.guid);
      },
    },
  ],
};

function siblings({ store, instance }: Scope) {
  return store.all().filter(({ app }) => app.installationId === instance.app.installationId);
}
