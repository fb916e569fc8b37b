import { afterEach, describe, expect, it } from 'vitest';
import { readAppFolder } from '../../server/appFolder.ts';
import { StartProblem } from '../../server/startProblem.ts';
import { createEmulator } from '../../server.ts';
import { demoApp, makeFolder, manifest, page } from './appPackage.ts';

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderWith(files: Record<string, string>): string {
  const folder = makeFolder(files);
  made.push(folder);
  return folder.path;
}
const withManifest = (given: unknown) =>
  folderWith({ 'manifest.json': JSON.stringify(given), 'assets/iframe.html': page });

describe('a broken app folder', () => {
  it.each<[what: string, folder: () => string, sentence: RegExp]>([
    ['missing', () => '/no/such/folder', /There is no folder/],
    ['without manifest', () => folderWith({ 'assets/iframe.html': page }), /has no manifest\.json/],
    ['with broken JSON', () => folderWith({ 'manifest.json': '{"name": ' }), /not valid JSON/],
    ['with a list as manifest', () => withManifest([]), /must be a JSON object/],
    ['without locations', () => withManifest({ name: 'x' }), /declares no locations/],
    [
      'for another product',
      () => withManifest({ location: { chat: { chat_sidebar: 'assets/iframe.html' } } }),
      /no locations for Support/,
    ],
    [
      'with a location without url',
      () => withManifest({ location: { support: { nav_bar: {} } } }),
      /"nav_bar".*has no url/,
    ],
    [
      'with a location without file',
      () => withManifest({ location: { support: { nav_bar: 'assets/gone.html' } } }),
      /assets\/gone\.html, which is not a file/,
    ],
    [
      'with a location outside assets',
      () => withManifest({ location: { support: { nav_bar: 'manifest.json' } } }),
      /not a file of the package/,
    ],
  ])('%s is told in one sentence', (_what, folder, sentence) => {
    expect(() => readAppFolder(folder())).toThrow(StartProblem);
    expect(() => readAppFolder(folder())).toThrow(sentence);
  });

  it('keeps the emulator from starting', async () => {
    await expect(createEmulator({ port: 0, appDir: '/no/such/folder' })).rejects.toThrow(StartProblem);
  });
});

describe('a good app folder', () => {
  it('is read with locations of Support, settings by default, icons', () => {
    const app = demoApp();
    made.push(app);
    const read = readAppFolder(app.path);
    expect(Object.keys(read.locations)).toEqual(['ticket_sidebar', 'nav_bar', 'top_bar']);
    expect(read.settings).toEqual({ greeting: 'hello', isLoud: false, token: 'hidden' });
    expect(read.secure).toEqual(['token']);
    expect(Object.keys(read.icons)).toEqual(['nav_bar']);
  });

  it('may leave out the url of a location that does not load by itself, and use Support’s old name', () => {
    const location = { zendesk: { modal: { autoLoad: false }, nav_bar: 'assets/iframe.html' } };
    expect(Object.keys(readAppFolder(withManifest({ ...manifest, location })).locations)).toEqual([
      'modal',
      'nav_bar',
    ]);
  });

  it('can be loaded twice, or not at all', async () => {
    const app = demoApp();
    made.push(app);
    const emulator = await createEmulator({ port: 0, appDir: [app.path, app.path] });
    expect([...emulator.world().installations.values()].map(({ app_id }) => app_id)).toEqual([
      500_001, 500_002,
    ]);
    await emulator.close();
    const bare = await createEmulator({ port: 0, appDir: [] });
    expect(bare.world().installations.size).toBe(0);
    await bare.close();
  });
});

it('a taken port is told in one sentence, and leaves nothing open', async () => {
  const first = await createEmulator({ port: 0, appDir: [] });
  const port = Number(new URL(first.url).port);
  await expect(createEmulator({ port, appDir: [] })).rejects.toThrow(new RegExp(`Port ${port} is in use`));
  await first.close();
});

it('a record file that cannot be written is told in one sentence', async () => {
  const recordFile = '/no/such/folder/exchanges.jsonl';
  await expect(createEmulator({ port: 0, appDir: [], recordFile })).rejects.toThrow(/cannot be written/);
});

it.each([-1, 1.5, 1_000_001])('a scale of %s is refused', async (scale) => {
  await expect(createEmulator({ port: 0, appDir: [], scale })).rejects.toThrow(
    /scale must be a whole number/,
  );
});
