import { type Figure, formatNumber, likelyRange, unitWords } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";

// Two figures: a range of draws claims no more.
const rounded = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(2)));

/** Where a figure falls eight times in ten: "de 1 400 000 à 2 900 000 €/an"; null when its interval is a point. */
export function likelyWords(figure: Figure, { lang, say }: Speech): string | null {
  const range = likelyRange(figure);
  if (range === null) return null;
  const [low, high] = [rounded(range.low), rounded(range.high)].map((value) => formatNumber(value, lang));
  const unit = unitWords(figure.unit, lang, range.high);
  return say(`de ${low} à ${high} ${unit}`, `${low} to ${high} ${unit}`);
}
