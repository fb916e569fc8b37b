import type { HTMLAttributes } from 'react';

const elements = { grid: 'div', rowgroup: 'div', columnheader: 'span', gridcell: 'span' } as const;

interface Props extends HTMLAttributes<HTMLElement> {
  role: keyof typeof elements;
}

/**
 * A piece of the list's grid. No table's elements: rows stand where the scroll says, most of them not at all, and a
 * table would lay them out itself. What takes the focus is the row, or the box or button inside.
 */
export function GridPart({ role, ...rest }: Props) {
  const Element = elements[role];
  return <Element role={role} {...rest} />;
}
