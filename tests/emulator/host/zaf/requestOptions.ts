/** What an app hands to `client.request`, read as jQuery.ajax would, and what is sent for it. */

import { formEncode } from './formEncode.ts';
import { asRecord } from './packets.ts';

export interface RequestOptions {
  url: string;
  method: string;
  data: unknown;
  /** `false` sends none. */
  contentType: string | false;
  dataType: string | undefined;
  headers: Record<string, string>;
  /** Milliseconds; 0 waits for ever. */
  timeout: number;
  isCors: boolean;
  isSecure: boolean;
  hasAutoRetry: boolean;
  isComplete: boolean;
  isTraditional: boolean;
  isCached: boolean;
  accepts: string | undefined;
}

const formType = 'application/x-www-form-urlencoded; charset=UTF-8';

/** `undefined` without a url. */
export function readOptions(raw: unknown): RequestOptions | undefined {
  const given = typeof raw === 'string' ? { url: raw } : asRecord(raw);
  if (typeof given?.url !== 'string' || given.url === '') return undefined;
  const { contentType, timeout } = given;
  return {
    url: given.url,
    method: String(given.type ?? given.method ?? 'GET').toUpperCase(),
    data: given.data,
    contentType: contentType === false ? false : typeof contentType === 'string' ? contentType : formType,
    dataType: typeof given.dataType === 'string' ? given.dataType : undefined,
    headers: allowedHeaders(given.headers),
    timeout: typeof timeout === 'number' && timeout > 0 ? timeout : 0,
    isCors: given.cors === true,
    isSecure: given.secure === true,
    hasAutoRetry: given.autoRetry !== false,
    isComplete: given.httpCompleteResponse === true,
    isTraditional: given.traditional === true,
    isCached: given.cache !== false,
    accepts: typeof given.accepts === 'string' ? given.accepts : undefined,
  };
}

/** The proxy drops names with an underscore. */
function allowedHeaders(raw: unknown): Record<string, string> {
  const entries = Object.entries(asRecord(raw) ?? {}).filter(([name]) => !name.includes('_'));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Where the data goes: behind the address of GET and HEAD, else into the body. */
export function toFetch(options: RequestOptions, url: URL): { url: URL; init: RequestInit } {
  const { data, method, contentType } = options;
  const encoded = data === undefined || data === null ? '' : dataText(data, options.isTraditional);
  const headers: Record<string, string> = { Accept: acceptFor(options) };
  const isInAddress = method === 'GET' || method === 'HEAD';
  const target = isInAddress && encoded ? withQuery(url, encoded) : url;
  const hasBody = !isInAddress && encoded !== '';
  if (hasBody && contentType) headers['Content-Type'] = contentType;
  const init: RequestInit = { method, headers: merged(headers, options.headers) };
  if (hasBody) init.body = encoded;
  return { url: target, init };
}

function dataText(data: unknown, isTraditional: boolean): string {
  return typeof data === 'string' ? data : formEncode(data, isTraditional);
}

function withQuery(url: URL, query: string): URL {
  const target = new URL(url);
  target.search = target.search ? `${target.search}&${query}` : query;
  return target;
}

function acceptFor({ dataType, accepts }: RequestOptions): string {
  if (accepts) return accepts;
  if (dataType === 'json') return 'application/json, text/javascript, */*; q=0.01';
  return dataType === 'text' ? 'text/plain, */*; q=0.01' : '*/*';
}

/** The app's headers win, whatever their case. */
function merged(usual: Record<string, string>, wished: Record<string, string>): Record<string, string> {
  const names = Object.keys(wished).map((name) => name.toLowerCase());
  const kept = Object.entries(usual).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...wished };
}
