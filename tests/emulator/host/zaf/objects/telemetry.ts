/** Newer SDKs report clicks and hovering by `invoke` and wait minutes for the answer. */
import { everywhere, type ZafObject } from './object.ts';

export const telemetry: ZafObject = {
  name: 'telemetry',
  isIn: everywhere,
  paths: [{ path: 'track', invoke: () => undefined }],
};
