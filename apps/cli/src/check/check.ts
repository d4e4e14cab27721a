import { type CheckJson, type Lang, text } from "@simbiosi/domain";
import { check, loadReference, understand, writeMapping } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exitFor, onePath, readInventoryAt, readOptions } from "../io/read.ts";
import { writeNew } from "../io/write-new.ts";

export const checkCommand: Command = {
  name: "check",
  usage: "check INVENTAIRE [--mapping FICHIER] [--suggest-mapping FICHIER.json]",
  about: text(
    "Lit seulement : ce qui est compris, refusé, et ce qui manque.",
    "Reads only: what is understood, refused, and what is missing.",
  ),
  options: { ...readOptions, "suggest-mapping": { type: "string" } },
  run: async (parsed, terminal) => {
    const path = onePath(parsed);
    if (!path.ok) return path;
    const { lang, date, json } = parsed.common;
    const read = await readInventoryAt(path.value, parsed);
    if (!read.ok) return read;
    const { inventory, refused, columns, distances } = read.value;
    const suggest = parsed.option("suggest-mapping");
    if (suggest !== undefined) {
      const written = await writeNew(suggest, writeMapping(columns));
      if (!written.ok) return written;
    }
    const result = check(understand(loadReference(), inventory, date, distances), refused, lang);
    terminal.out(json ? `${JSON.stringify(result, null, 2)}\n` : inWords(result, lang));
    return { ok: true, value: exitFor(refused) };
  },
};

/** The same for a person: counts, then what to mend and ask, most worth first. */
function inWords(result: CheckJson, lang: Lang): string {
  const fr = lang === "fr";
  const understood = result.flows.filter(({ resource }) => resource !== null).length;
  const lines = [
    fr
      ? `Flux compris : ${understood} sur ${result.flows.length}`
      : `Flows understood: ${understood} of ${result.flows.length}`,
  ];
  const doubts = result.flows.filter(({ question }) => question !== null);
  if (doubts.length > 0)
    lines.push("", fr ? "À préciser :" : "To be made precise:", ...doubts.map(({ question }) => `  • ${question}`));
  if (result.refused.length > 0)
    lines.push(
      "",
      fr ? "Non compris dans le fichier :" : "Not understood in the file:",
      ...result.refused.map(
        ({ sheet, row, column, value, [lang]: sentence }) =>
          `  • ${[sheet, row, column].filter((part) => part !== null).join(" / ")}${value === null ? "" : ` = ${JSON.stringify(value)}`} : ${sentence}`,
      ),
    );
  if (result.missing.length > 0)
    lines.push(
      "",
      fr ? "Questions, par enjeu :" : "Questions, by worth:",
      ...result.missing
        .slice(0, 20)
        .map(
          ({ flow, field, why, worth_eur_per_year: worth }) =>
            `  • ${flow}, ${field} : ${why}${worth === null ? "" : ` (${Math.round(worth)} €/${fr ? "an" : "yr"})`}`,
        ),
    );
  if (result.suggestions.length > 0)
    lines.push(
      "",
      fr
        ? "À demander aux entreprises qui ont dit peu (questions tirées de leur activité) :"
        : "To ask companies that told little (questions drawn from their activity):",
      ...result.suggestions.slice(0, 20).map(({ establishment, question }) => `  • ${establishment} : ${question}`),
    );
  return `${lines.join("\n")}\n`;
}
