import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Whether the module with this `import.meta.url` is what was started, also through a symbolic link. */
export function isMain(url: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && url === pathToFileURL(realpathSync(started)).href;
}
