/**
 * A number as a hand writes it: "1 234,5", "1234.5", "-3", "12 000 €". Nothing typed is null, which is not known and not
 * zero; undefined is what is no number.
 */
export function typedNumber(typed: string): number | null | undefined {
  const plain = typed
    .replace(/[\s\u00a0\u202f€]/g, "")
    .replace(",", ".")
    .replace("\u2212", "-");
  if (plain === "") return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** The same of what is never less than nothing. */
export function typedQuantity(typed: string): number | null | undefined {
  const value = typedNumber(typed);
  return typeof value === "number" && value < 0 ? undefined : value;
}

/** Money is typed in euros and kept in cents, time in full-time equivalents and kept in hundredths: at most two decimals. */
export function typedCents(typed: string): number | null | undefined {
  const value = typedQuantity(typed);
  if (typeof value !== "number") return value;
  const cents = Math.round(value * 100);
  return Math.abs(value * 100 - cents) < 1e-6 * Math.max(1, cents) ? cents : undefined;
}
