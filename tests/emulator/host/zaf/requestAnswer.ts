/** Answers of `client.request` in the forms an app sees: a body, a complete response, a jqXHR-like failure. */

export interface Outcome {
  isDone: boolean;
  answer: unknown;
}

/** What came back over the network, read to its end. */
export interface RawAnswer {
  status: number;
  statusText: string;
  text: string;
  headers: Record<string, string>;
}

interface Reading {
  dataType: string | undefined;
  isComplete: boolean;
  method: string;
}

/** Parsed by `dataType`, else by the answer's own type; JSON that cannot be read is a failure, as in jQuery. */
export function outcomeOf(raw: RawAnswer, { dataType, isComplete, method }: Reading): Outcome {
  const isSuccess = (raw.status >= 200 && raw.status < 300) || raw.status === 304;
  const json = parseJson(raw.text);
  if (!isSuccess)
    return { isDone: false, answer: { ...jqXhr(raw, json), ...(isComplete && headersOf(raw)) } };
  if (isComplete) return { isDone: true, answer: { ...jqXhr(raw, json), ...headersOf(raw) } };
  if (raw.status === 204 || method === 'HEAD') return { isDone: true, answer: undefined };
  const isJson = dataType ? dataType === 'json' : /\bjson\b/.test(raw.headers['content-type'] ?? '');
  if (!isJson) return { isDone: true, answer: raw.text };
  if (json) return { isDone: true, answer: json.value };
  return { isDone: false, answer: { ...jqXhr(raw, json), statusText: 'parsererror' } };
}

/** Nothing came back: `statusText` is `error` when offline, `timeout` when the app's patience ended. */
export function noAnswer(statusText: 'error' | 'timeout'): Outcome {
  return { isDone: false, answer: { readyState: 0, status: 0, statusText, responseText: '' } };
}

/** The workspace does not send this request at all. */
export function refusal(reason: string): Outcome {
  const responseJSON = { error: 'RequestNotSent', description: reason };
  const responseText = JSON.stringify(responseJSON);
  return {
    isDone: false,
    answer: { readyState: 4, status: 400, statusText: reason, responseText, responseJSON },
  };
}

function jqXhr(raw: RawAnswer, json: { value: unknown } | undefined) {
  const { status, statusText, text } = raw;
  return { readyState: 4, status, statusText, responseText: text, ...(json && { responseJSON: json.value }) };
}

/** Public typings disagree on the name, so both are there; header names are in lower case. */
function headersOf({ headers }: RawAnswer) {
  return { responseHeaders: headers, headers };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
