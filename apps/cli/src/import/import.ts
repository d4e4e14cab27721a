import { rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, type Inventory, type Lang, ok, problem, type RefusedRow, type Result, text } from "@simbiosi/domain";
import {
  emptyInventory,
  importOfficial,
  inventoryBytes,
  type OfficialName,
  officialNames,
  readBaseEmpreinte,
} from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import type { Command } from "../command.ts";
import type { Exit } from "../io/exit.ts";
import { readOneFile } from "../io/inventory-file.ts";
import { exitFor, readInventoryAt, readOptions } from "../io/read.ts";
import { writeNew } from "../io/write-new.ts";

const factors = "base-empreinte";
const formats: readonly string[] = [...officialNames, factors];
const usage = text(
  `import ${formats.join("|")} FICHIER.csv --into INVENTAIRE.json|.xlsx`,
  `import ${formats.join("|")} FILE.csv --into INVENTORY.json|.xlsx`,
);

export const importCommand: Command = {
  name: "import",
  usage,
  about: text(
    "Ajoute un fichier officiel à un inventaire, neuf ou existant, sans rien écraser.",
    "Adds an official file to an inventory, new or existing, and overwrites nothing.",
  ),
  options: { ...readOptions, into: { type: "string" } },
  run: async (parsed, terminal) => {
    const [format = "", path, ...more] = parsed.positionals;
    const into = parsed.option("into");
    if (path === undefined || more.length > 0 || into === undefined || !formats.includes(format))
      return fail(problem("USAGE", text(`Écrivez : simbiosi ${usage.fr}`, `Write: simbiosi ${usage.en}`)));
    const file = await readOneFile(path);
    if (!file.ok) return file;
    const { lang, json } = parsed.common;
    if (format === factors) {
      const read = readBaseEmpreinte(file.value);
      if (!read.ok) return read;
      const document = { format: "simbiosi-factors/1", factors: read.value.factors };
      const written = await writeNew(into, `${JSON.stringify(document, null, 2)}\n`);
      if (!written.ok) return written;
      const count = read.value.factors.length;
      terminal.out(
        json
          ? `${JSON.stringify({ format: "simbiosi-import/1", into, factors: count, refused: read.value.refused }, null, 2)}\n`
          : `${
              lang === "fr"
                ? `Facteurs écrits dans ${into} : ${count}, à rattacher. Remplissez « quantity » et « resource » (et low, high) de ceux qui vous servent, puis donnez-le avec --factors.`
                : `Factors written to ${into}: ${count}, to be attached. Fill in “quantity” and “resource” (and low, high) of those that serve you, then give it with --factors.`
            }\n${reported(read.value.refused, lang)}`,
      );
      return ok(exitFor(read.value.refused));
    }
    const name = officialNames.find((one) => one === format);
    if (name === undefined) return fail(problem("USAGE", usage));
    return importInto(parsed, name, file.value, into, (words) => terminal.out(words));
  },
};

async function importInto(
  parsed: Parsed,
  format: OfficialName,
  file: { readonly name: string; readonly bytes: Uint8Array },
  into: string,
  out: (words: string) => void,
): Promise<Result<Exit>> {
  const base = await inventoryToFill(into, parsed);
  if (!base.ok) return base;
  const done = importOfficial(format, file, base.value);
  if (!done.ok) return done;
  const { inventory, added, completed, refused } = done.value;
  const written = await replace(into, await inventoryBytes(into, inventory, parsed.common.date));
  if (!written.ok) return written;
  const { lang, json } = parsed.common;
  out(
    json
      ? `${JSON.stringify({ format: "simbiosi-import/1", into, added, completed, refused }, null, 2)}\n`
      : `${
          lang === "fr"
            ? `${into}, établissements et flux ajoutés : ${added.establishments} et ${added.flows} ; complétés : ${completed.establishments} et ${completed.flows}.`
            : `${into}, establishments and flows added: ${added.establishments} and ${added.flows}; completed: ${completed.establishments} and ${completed.flows}.`
        }\n${reported(refused, lang)}`,
  );
  return ok(exitFor(refused));
}

const reported = (refused: readonly RefusedRow[], lang: Lang): string =>
  refused
    .map(({ sheet, row, column, [lang]: sentence }) => {
      const place = [sheet, row, column].filter((part) => part !== null).join(" / ");
      return `  • ${place} : ${sentence}\n`;
    })
    .join("");

/** Rows that hold nothing of their own: a file written again without them loses nothing. */
const worthless = new Set(["TOTALS_ROW", "HEADER_REPEATED"]);

/**
 * The inventory at the path, or an empty one when there is none yet. An inventory with rows or sheets that were not
 * understood would lose them when written again: it is left as it is.
 */
async function inventoryToFill(path: string, parsed: Parsed): Promise<Result<Inventory>> {
  if (!/\.(json|xlsx)$/i.test(path))
    return fail(
      problem("USAGE", text("--into attend un fichier .json ou .xlsx.", "--into takes a .json or .xlsx file.")),
    );
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  if (!there) return ok(emptyInventory(basename(path).replace(/\.\w+$/, "")));
  const read = await readInventoryAt(path, parsed);
  if (!read.ok) return read;
  const lost = read.value.refused.filter(({ kept, code }) => !kept && !worthless.has(code)).length;
  const left = read.value.notes.filter(({ code }) => code === "SHEET_IGNORED").length;
  return lost + left === 0
    ? ok(read.value.inventory)
    : fail(
        problem(
          "IMPORT_WOULD_LOSE",
          text(
            "« {path} » contient {lost} lignes et {left} feuilles qui ne sont pas comprises et seraient perdues : corrigez-les (simbiosi check), ou importez dans un nouveau fichier.",
            '"{path}" holds {lost} rows and {left} sheets that are not understood and would be lost: correct them (simbiosi check), or import into a new file.',
          ),
          { path, lost, left },
        ),
      );
}

/** Written beside and renamed: an interrupted run leaves the old file whole. */
async function replace(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    const part = join(dirname(path), `.${basename(path)}.part`);
    await writeFile(part, bytes);
    await rename(part, path);
    return ok(null);
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    return fail(
      problem(
        "OUT_UNWRITABLE",
        text(
          "Impossible d'écrire « {path} » : vérifiez les droits et la place.",
          'Cannot write "{path}": check permissions and space.',
        ),
        { path },
      ),
    );
  }
}
