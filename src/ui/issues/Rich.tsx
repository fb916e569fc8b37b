import { createElement, Fragment, type ReactNode } from 'react';

const [open, close] = ['\ue000', '\ue001'];

/** Where a part goes that is more than text: given to `t` as the value of a hole, found again by `Rich`. */
export const hole = (name: string) => `${open}${name}${close}`;

/** A sentence of ours whose holes are filled with what is more than text; in any language, in its own order. */
export function Rich({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  const pieces = text.split(new RegExp(`${open}(\\w+)${close}`, 'u'));
  // Children one by one, as in any sentence that is written out: they need no keys.
  return createElement(
    Fragment,
    null,
    ...pieces.map((piece, place) => (place % 2 === 1 ? parts[piece] : piece)),
  );
}
