/** Signs for the bar of a phone: lines in the colour of the text, the same on every device. */
const paths = {
  back: 'M10 3L5 8l5 5',
  saved: 'M4 2.5h8v11l-4-3-4 3z',
  star: 'M8 2l1.8 3.8 4.2.6-3 2.9.7 4.2L8 11.5l-3.7 2 .7-4.2-3-2.9 4.2-.6z',
  create: 'M8 3v10M3 8h10',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  take: 'M8 2.5v7M5 7l3 3 3-3M3 13.5h10',
  contact:
    'M4 2.5h2l1 3L5.5 7a8 8 0 0 0 3.5 3.5L10.5 9l3 1v2a1.5 1.5 0 0 1-1.5 1.5A9.5 9.5 0 0 1 2.5 4 1.5 1.5 0 0 1 4 2.5z',
  reply: 'M6.5 4l-4 4 4 4M2.5 8H9a4.5 4.5 0 0 1 4.5 4.5',
  done: 'M3 8.5L6.5 12 13 4.5',
  reopen: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, isFilled = false }: { name: IconName; isFilled?: boolean }) => (
  <svg
    aria-hidden="true"
    width="20"
    height="20"
    viewBox="0 0 16 16"
    fill={isFilled ? 'currentColor' : 'none'}
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.4 : 1.4}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={paths[name]} />
  </svg>
);
