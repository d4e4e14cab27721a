/** "1 flux", "0 piste", "2 pistes": French counts zero as one, English does not. */
export const plurals = (lang: "fr" | "en") => {
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB");
  return (n: number, one: string, many: string): string =>
    `${numbers.format(n)} ${rules.select(n) === "one" ? one : many}`;
};
