import { Fragment, type ReactNode } from 'react';

const [open, close] = ['\ue000', '\ue001'];

/** Where a part goes that is more than text: given to `t` as the value of a hole, found again by `Rich`. */
export const hole = (name: string) => `${open}${name}${close}`;

/** A sentence of ours whose holes are filled with what is more than text; in any language, in its own order. */
export function Rich({ text, parts }: { text: string; parts: Record<string, ReactNode> }) {
  const pieces = text.split(new RegExp(`${open}(\\w+)${close}`, 'u'));
  return (
    <>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in its order
        <Fragment key={index}>{index % 2 === 1 ? parts[piece] : piece}</Fragment>
      ))}
    </>
  );
}
