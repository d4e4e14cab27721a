import type { Text } from "@simbiosi/domain";
import type { Callout } from "./block.ts";

/** The few words that renderers add of their own. */
export const words = {
  page: { fr: "Page", en: "Page" },
  figure: { fr: "Figure", en: "Figure" },
  table: { fr: "Tableau", en: "Table" },
  annex: { fr: "Annexe : suite des fiches", en: "Annex: more on the sheets" },
  more: { fr: "Suite en annexe, page", en: "Continued in the annex, page" },
} as const satisfies Record<string, Text>;

/** Said before the title of a callout, so that its colour is not alone to tell its kind. */
export const toneNames: Readonly<Record<Callout["tone"], Text>> = {
  info: { fr: "À savoir", en: "Note" },
  warning: { fr: "Attention", en: "Warning" },
  law: { fr: "Droit", en: "Law" },
};
