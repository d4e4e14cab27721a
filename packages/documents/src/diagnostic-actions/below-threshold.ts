import { type Diagnosis, figureValue, formatNumber, type PoolShortfall, unitWords, viableForm } from "@simbiosi/domain";
import type { Table } from "../blocks/block.ts";
import { someNames } from "../speech/parties.ts";
import { count, type Speech } from "../speech/speech.ts";

/** Pools that are still too small, and what the same companies can do now; nothing when there are none. */
export function belowThreshold({ shortfalls }: Diagnosis, speech: Speech): readonly Table[] {
  const { lang, say, tell } = speech;
  if (shortfalls.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("Ce qui n'atteint pas encore son seuil", "What does not reach its threshold yet"),
      dense: true,
      columns: [
        { header: say("Mutualisation", "Pool"), kind: "text", width: 1.9 },
        { header: say("Entreprises", "Companies"), kind: "text", width: 2.8 },
        { header: say("Réuni", "Together"), kind: "number", width: 1.8 },
        { header: say("Il en faut", "Needed"), kind: "number", width: 1.8 },
        { header: say("Ce qui manque", "What is missing"), kind: "text", width: 2.3 },
        { header: say("Possible dès maintenant", "Possible now"), kind: "text", width: 2.8 },
      ],
      rows: shortfalls.map((one) => [
        tell(one.title),
        whoWords(one, speech),
        one.quantity.state === "unknown" ? say("à demander", "to be asked") : figureValue(one.quantity, lang),
        figureValue(one.threshold, lang),
        lackWords(one, speech),
        tell(viableForm(one.nearest)),
      ]),
      notes: [
        say(
          "Les seuils sont des ordres de grandeur : un groupe motivé peut commencer un peu en dessous. Rien de ce tableau n'est compté dans les totaux.",
          "Thresholds are orders of magnitude: a willing group may begin a little below. Nothing in this table is counted in the totals.",
        ),
      ],
      empty: "–",
    },
  ];
}

/** Who declared the need by name; the others, counted in by their card, as a number. */
function whoWords({ members }: PoolShortfall, { lang, say }: Speech): string {
  const declared = new Set(members.flatMap(({ site, flow }) => (flow === null ? [] : [site.name])));
  const implied = new Set(members.map(({ site }) => site.name).filter((name) => !declared.has(name))).size;
  const words = someNames([...declared], { say });
  if (implied === 0) return words;
  const cards =
    declared.size === 0
      ? count(implied, lang, "entreprise", "entreprises")
      : say(`${implied} autre${implied > 1 ? "s" : ""}`, `${implied} other${implied > 1 ? "s" : ""}`);
  const said =
    lang === "fr"
      ? `${cards}, d'après ${implied > 1 ? "leurs fiches" : "sa fiche"}`
      : `${declared.size === 0 ? count(implied, lang, "company", "companies") : cards}, from ${implied === 1 ? "its card" : "their cards"}`;
  return declared.size === 0 ? said : `${words} ; ${said}`;
}

/** What keeps the group from being a pool, in words. */
export function lackWords({ lack, quantity, threshold, least }: PoolShortfall, { lang, say }: Speech): string {
  switch (lack) {
    case "quantity":
      return say("La quantité, à demander", "The quantity, to be asked");
    case "members":
      return say(`Au moins ${least} entreprises`, `At least ${least} companies`);
    case "size": {
      const more = Number(((threshold.value ?? 0) - (quantity.value ?? 0)).toPrecision(2));
      const words = `${formatNumber(more, lang)} ${unitWords(threshold.unit, lang, more)}`;
      return say(`Encore ${words} environ`, `About ${words} more`);
    }
    case "gain":
      return say(
        "Assez en tout, mais le gain ne couvre pas les coûts de chacun",
        "Enough in all, but the gain does not cover everyone's costs",
      );
    case "nearness":
      return say(
        "Assez en tout, mais trop dispersé (distances ou fins de contrat)",
        "Enough in all, but too scattered (distances or contract ends)",
      );
  }
}
