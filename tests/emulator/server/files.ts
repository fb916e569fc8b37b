/** Files handed out over HTTP: which type, and never from outside their folder. */
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

export interface FoundFile {
  type: string;
  body: Buffer<ArrayBuffer>;
}

/** The file a URL path names under a folder; `null` for what is missing, a folder, or outside. */
export async function findFile(folder: string, urlPath: string): Promise<FoundFile | null> {
  const path = normalize(join(folder, decoded(urlPath)));
  if (!path.startsWith(normalize(folder + sep)) || path.includes('\0')) return null;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const body = await readFile(path);
  return { type: types[extname(path).toLowerCase()] ?? 'application/octet-stream', body };
}

function decoded(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return '';
  }
}
