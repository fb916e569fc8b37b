/**
 * Form encoding as jQuery.param writes it: `a[b]=1&list[]=2`, spaces as `+`; `traditional` repeats plain names.
 */
export function formEncode(data: unknown, isTraditional: boolean): string {
  if (typeof data !== 'object' || data === null) return String(data);
  return Object.entries(data)
    .flatMap(([name, value]) => (isTraditional ? plainPairs(name, value) : pairs(name, value)))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

function pairs(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pairs(`${name}[${isNested(item) ? index : ''}]`, item));
  }
  if (isNested(value)) return Object.entries(value).flatMap(([key, item]) => pairs(`${name}[${key}]`, item));
  return [[name, value === null || value === undefined ? '' : String(value)]];
}

function plainPairs(name: string, value: unknown): [string, string][] {
  const values = Array.isArray(value) ? value : [value];
  return values.map((item) => [name, item === null || item === undefined ? '' : String(item)]);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%20/g, '+');
}
