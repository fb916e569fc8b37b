/** A number as people type it, `NaN` where it is none. */
export const numberIn = (text: string) =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));

export const isIn = (text: string, from: number, to: number) => {
  const value = numberIn(text);
  return value >= from && value <= to;
};

export const isWhole = (text: string, from: number, to: number) =>
  isIn(text, from, to) && Number.isInteger(numberIn(text));
