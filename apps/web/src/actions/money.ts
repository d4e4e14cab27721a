/** Money is typed in euros and kept in cents: 1 234,5 is 123450. Undefined is what is no amount; nothing is not known. */
export function centsOf(typed: string): number | null | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  if (plain === "") return null;
  return /^\d{1,10}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

/** As it is typed again. */
export const typedOf = (cents: number | null): string =>
  cents === null ? "" : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",");

export const euros = (cents: number, lang: "fr" | "en"): string =>
  new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
