/** Cents as they are typed again: 123450 is 1234,50. */
export const typedOfCents = (cents: number | null): string =>
  cents === null ? "" : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ",");

export const euros = (cents: number, lang: "fr" | "en"): string =>
  new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
