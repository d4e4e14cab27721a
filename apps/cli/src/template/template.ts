import { writeFile } from "node:fs/promises";
import { fail, problem, text } from "@simbiosi/domain";
import { writeTemplate } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exits } from "../io/exit.ts";

export const templateCommand: Command = {
  name: "template",
  usage: "template [--out FICHIER.xlsx]",
  about: text(
    "Le classeur à remplir, avec aide, listes et exemples.",
    "The workbook to fill in, with help, lists and examples.",
  ),
  options: { out: { type: "string" } },
  run: async (parsed, terminal) => {
    const { lang, date, quiet } = parsed.common;
    const out = parsed.option("out") ?? (lang === "fr" ? "inventaire-a-remplir.xlsx" : "inventory-to-fill-in.xlsx");
    const bytes = await writeTemplate({ date, lang });
    try {
      await writeFile(out, bytes, { flag: "wx" }); // a workbook that someone is filling in is never written over
    } catch (error) {
      const there = error instanceof Error && "code" in error && error.code === "EEXIST";
      return fail(
        there
          ? problem(
              "OUT_EXISTS",
              text(
                "« {out} » existe déjà : donnez un autre nom avec --out.",
                '"{out}" exists already: give another name with --out.',
              ),
              { out },
            )
          : problem(
              "OUT_UNWRITABLE",
              text(
                "Impossible d'écrire « {out} » : vérifiez les droits et la place.",
                'Cannot write "{out}": check permissions and space.',
              ),
              { out },
            ),
      );
    }
    if (!quiet) terminal.out(lang === "fr" ? `Écrit : ${out}\n` : `Written: ${out}\n`);
    return { ok: true, value: exits.done };
  },
};
