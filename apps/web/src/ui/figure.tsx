import { unitWords as wordsOfUnit } from "@simbiosi/domain";
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

/** The words of a unit after a number; a duration alone is in the plural. */
export const unitWords = (unit: string, lang: "fr" | "en", value = 1): string =>
  unit === "yr" ? (lang === "fr" ? "ans" : "yr") : wordsOfUnit(unit, lang, value);

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
    return <span className="soft">{figure.state === "unknown" ? words.app.unknown : words.app.notApplicable}</span>;
  const unit = unitWords(figure.unit, lang, figure.value);
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
