import { useWords } from "../words/words.tsx";

/** A figure as the API tells it: a value and its interval, or a reason for having none. */
export type Figure = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly state: "known" | "unknown" | "not-applicable";
  readonly explain: string | null;
};

const units: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  "EUR/yr": { fr: "€/an", en: "€/yr" },
  EUR: { fr: "€", en: "€" },
  "t/yr": { fr: "t/an", en: "t/yr" },
  "tCO2e/yr": { fr: "tCO2e/an", en: "tCO2e/yr" },
  "MWh/yr": { fr: "MWh/an", en: "MWh/yr" },
  "m3/yr": { fr: "m³/an", en: "m³/yr" },
  m3: { fr: "m³", en: "m³" },
  yr: { fr: "ans", en: "yr" },
};
export const unitWords = (unit: string, lang: "fr" | "en"): string =>
  units[unit]?.[lang] ?? (lang === "fr" ? unit.replace("/yr", "/an") : unit);

/** As many digits as such a figure deserves: three that count. */
export function shortNumber(value: number, lang: "fr" | "en"): string {
  const rounded = Number(value.toPrecision(3));
  const digits = Math.abs(rounded) >= 100 ? 0 : Math.abs(rounded) >= 10 ? 1 : 2;
  return new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: digits })
    .format(rounded)
    .replace("-", "−");
}

/** The value with its unit; its interval beneath when asked. Unknown is said, never shown as zero. */
export function FigureValue({ figure, interval = false }: { readonly figure: Figure; readonly interval?: boolean }) {
  const { lang, words } = useWords();
  if (figure.state !== "known" || figure.value === null)
    return <span className="soft">{figure.state === "unknown" ? words.app.unknown : words.app.none}</span>;
  const unit = unitWords(figure.unit, lang);
  return (
    <span className="figure-value">
      {shortNumber(figure.value, lang)} {unit}
      {interval && figure.low !== null && figure.high !== null && figure.low !== figure.high && (
        <small className="soft">
          {" "}
          ({shortNumber(figure.low, lang)} – {shortNumber(figure.high, lang)})
        </small>
      )}
    </span>
  );
}
