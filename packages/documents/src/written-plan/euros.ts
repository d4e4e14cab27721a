import { formatNumber, type Lang } from "@simbiosi/domain";

/** Cents as euros: whole ones without decimals, others with two. */
export function euros(cents: number, lang: Lang): string {
  if (cents % 100 === 0) return `${formatNumber(cents / 100, lang)} €`;
  const words = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { minimumFractionDigits: 2 });
  return `${words.format(cents / 100).replace("-", "−")} €`;
}
