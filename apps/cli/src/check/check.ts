import { type CheckJson, fail, type Inventory, type Lang, type RefusedRow, text } from "@simbiosi/domain";
import { check, loadReference, understand, writeMapping } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exitFor, givenUp, lookAtInventory, onePath, readOptions } from "../io/read.ts";
import { writeNew } from "../io/write-new.ts";

export const checkCommand: Command = {
  name: "check",
  usage: text("check INVENTAIRE [--suggest-mapping FICHIER.json]", "check INVENTORY [--suggest-mapping FILE.json]"),
  about: text(
    "Lit seulement : ce qui est compris, refusé, et ce qui manque.",
    "Reads only: what is understood, refused, and what is missing.",
  ),
  options: { ...readOptions, "suggest-mapping": { type: "string" } },
  run: async (parsed, terminal) => {
    const path = onePath(parsed);
    if (!path.ok) return path;
    const { lang, date, json } = parsed.common;
    const read = await lookAtInventory(path.value, parsed);
    if (!read.ok) return read;
    const { inventory, refused, columns, distances, notes, reference } = read.value;
    const suggest = parsed.option("suggest-mapping");
    if (suggest !== undefined) {
      const written = await writeNew(suggest, writeMapping(columns));
      if (!written.ok) return written;
    }
    const useless = givenUp(read.value);
    if (useless !== undefined) return fail(useless);
    const result = check(understand(reference, inventory, date, distances), { refused, notes }, lang);
    terminal.out(json ? `${JSON.stringify(result, null, 2)}\n` : inWords(result, inventory, lang));
    return { ok: true, value: exitFor(refused) };
  },
};

/** The same for a person: counts, then what to mend and ask, most worth first, each sentence once with whom it is for. */
function inWords(result: CheckJson, inventory: Inventory, lang: Lang): string {
  const fr = lang === "fr";
  const nameOf = new Map(inventory.establishments.map(({ id, name }) => [id, name]));
  const holderOf = new Map(
    inventory.flows.map(({ id, establishment }) => [id, nameOf.get(establishment) ?? establishment]),
  );
  const labelOf = new Map(inventory.flows.map(({ id, label }) => [id, label]));
  const understood = result.flows.filter(({ resource }) => resource !== null).length;
  const lines = [
    fr
      ? `Flux compris : ${understood} sur ${result.flows.length}`
      : `Flows understood: ${understood} of ${result.flows.length}`,
  ];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    const rest = items.length - longest;
    const more =
      rest > 0
        ? [fr ? `… et ${rest} autres (--json les donne toutes)` : `… and ${rest} more (--json gives them all)`]
        : [];
    lines.push("", title, ...[...items.slice(0, longest), ...more].map((item) => `  • ${item}`));
  };
  section(
    fr ? "À préciser :" : "To be made precise:",
    result.flows.flatMap(({ id, question }) => (question === null ? [] : [`${holderOf.get(id) ?? id} : ${question}`])),
  );
  const placeOf = ({ sheet, row, column }: RefusedRow): string =>
    [sheet, row, column].filter((part) => part !== null).join(" / ");
  section(
    fr ? "Non compris dans le fichier :" : "Not understood in the file:",
    result.refused
      .filter(({ confirm }) => !confirm)
      .map((row) => `${placeOf(row)}${row.value === null ? "" : ` = ${JSON.stringify(row.value)}`} : ${row[lang]}`),
  );
  section(
    fr ? "Lu ainsi, à confirmer :" : "Read so, to be confirmed:",
    result.refused.filter(({ confirm }) => confirm).map((row) => `${placeOf(row)} : ${row[lang]}`),
  );
  section(
    fr ? "À savoir du fichier :" : "To know of the file:",
    result.notes.map((note) => note[lang]),
  );
  const asked = grouped(result.missing, ({ why, worth_eur_per_year: worth }) =>
    worth === null ? why : `${why} (${Math.round(worth)} €/${fr ? "an" : "yr"})`,
  );
  section(
    fr ? "Questions, par enjeu :" : "Questions, by worth:",
    asked.map(([why, rows]) => {
      const whom = rows.map(({ flow, field }) => {
        const label = labelOf.get(flow) ?? flow;
        const holder = holderOf.get(flow) ?? flow;
        return field.startsWith("establishment.") || why.includes(label) ? holder : `${holder} : ${label}`;
      });
      return `${why} ${named(whom, fr)}`;
    }),
  );
  const hinted = grouped(result.suggestions, ({ establishment }) => establishment);
  section(
    fr
      ? "À demander aux entreprises qui ont dit peu (d'après leur activité) :"
      : "To ask companies that told little (from their activity):",
    hinted.map(([id, rows]) => {
      const names = (direction: "in" | "out"): string =>
        rows
          .filter((row) => row.direction === direction)
          .map(({ resource }) => loadReference().resourceById.get(resource)?.name[lang].toLowerCase() ?? resource)
          .join(", ");
      const [gives, takes] = [names("out"), names("in")];
      const parts = [
        ...(gives === "" ? [] : [fr ? `cède-t-elle ${gives} ?` : `does it give off ${gives}?`]),
        ...(takes === "" ? [] : [fr ? `achète-t-elle ${takes} ?` : `does it take in ${takes}?`]),
      ];
      return `${nameOf.get(id) ?? id} : ${parts.join(" ")}`;
    }),
  );
  return `${lines.join("\n")}\n`;
}

/** More than this in one list nobody reads on a screen. */
const longest = 25;

/** Rows that share a key, in the order in which the keys are first met. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups];
}

/** "[Brasserie, Hôtel]", the first few by name and how many more. */
function named(names: readonly string[], fr: boolean): string {
  const once = [...new Set(names)];
  const rest = once.length - 5;
  const shown = once.slice(0, 5).join(", ");
  return rest > 0 ? `[${shown} ${fr ? `et ${rest} autres` : `and ${rest} more`}]` : `[${shown}]`;
}
