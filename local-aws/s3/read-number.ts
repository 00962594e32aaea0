/** A whole number of a query parameter; null where it is none, or not within the limits. */
export function readNumber(text: string | null, min: number, max: number): number | null {
  const number = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : null;
}
