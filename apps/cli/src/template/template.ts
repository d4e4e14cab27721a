import { text } from "@simbiosi/domain";
import { writeTemplate } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exits } from "../io/exit.ts";
import { writeNew } from "../io/write-new.ts";

export const templateCommand: Command = {
  name: "template",
  usage: text("template [--out FICHIER.xlsx]", "template [--out FILE.xlsx]"),
  about: text(
    "Le classeur à remplir, avec aide, listes et exemples.",
    "The workbook to fill in, with help, lists and examples.",
  ),
  options: { out: { type: "string" } },
  run: async (parsed, terminal) => {
    const { lang, date, quiet, json } = parsed.common;
    const out = parsed.option("out") ?? (lang === "fr" ? "inventaire-a-remplir.xlsx" : "inventory-to-fill-in.xlsx");
    const bytes = await writeTemplate({ date, lang });
    const written = await writeNew(out, bytes);
    if (!written.ok) return written;
    if (json) terminal.out(`${JSON.stringify({ format: "simbiosi-template/1", out }, null, 2)}\n`);
    else if (!quiet) terminal.out(lang === "fr" ? `Écrit : ${out}\n` : `Written: ${out}\n`);
    return { ok: true, value: exits.done };
  },
};
