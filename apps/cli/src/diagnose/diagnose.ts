import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, problem, text } from "@simbiosi/domain";
import { deliverables, diagnose, loadReference } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exits } from "../io/exit.ts";
import { exitFor, onePath, readInventoryAt } from "../io/read.ts";
import { summaryWords } from "./summary.ts";

const phases = {
  understand: text("Comprendre les flux", "Understanding the flows"),
  detect: text("Chercher et évaluer les synergies", "Finding and assessing synergies"),
  optimise: text("Composer le plan", "Composing the plan"),
} as const;

export const diagnoseCommand: Command = {
  name: "diagnose",
  usage: "diagnose INVENTAIRE --out DOSSIER",
  about: text(
    "Le travail principal : lit, cherche, évalue, optimise, écrit les livrables et leurs données.",
    "The main job: reads, detects, assesses, optimises, writes the deliverables and their data.",
  ),
  options: { out: { type: "string" }, audience: { type: "string" } },
  run: async (parsed, terminal, signal) => {
    const path = onePath(parsed);
    if (!path.ok) return path;
    const out = parsed.option("out");
    if (out === undefined)
      return fail(
        problem(
          "USAGE",
          text("Donnez le dossier où écrire : --out DOSSIER.", "Give the folder to write to: --out FOLDER."),
        ),
      );
    // Documents for a funder or the public obey secrecy rules that are not built yet: better none than one that tells.
    if ((parsed.option("audience") ?? "facilitator") !== "facilitator")
      return fail(
        problem(
          "USAGE",
          text(
            "Seule la version de l'animation existe aujourd'hui : --audience facilitator.",
            "Only the facilitator's version exists today: --audience facilitator.",
          ),
        ),
      );
    const { lang, date, seed, json } = parsed.common;
    const steps = 5;
    terminal.phase(1, steps, text("Lire l'inventaire", "Reading the inventory"));
    const read = await readInventoryAt(path.value);
    if (!read.ok) return read;
    const { inventory, refused } = read.value;
    const order = ["understand", "detect", "optimise"] as const;
    const diagnosed = await diagnose(loadReference(), inventory, refused, {
      day: date,
      top: 10,
      objective: "gain",
      budget: null,
      gap: 0.01,
      seed,
      signal,
      onPhase: (phase) => terminal.phase(2 + order.indexOf(phase), steps, phases[phase]),
    });
    if (signal.aborted) return { ok: true, value: exits.stopped };
    const files = deliverables(diagnosed, lang);
    try {
      await mkdir(out, { recursive: true });
      // A report of an earlier run that had refused rows must not stay beside one that has none.
      await rm(join(out, "refused-rows.csv"), { force: true });
      for (const [i, file] of files.entries()) {
        if (signal.aborted) {
          terminal.say(
            text(
              `Arrêté : ${i} fichiers sur ${files.length} écrits dans ${out}.`,
              `Stopped: ${i} of ${files.length} files written to ${out}.`,
            ),
          );
          return { ok: true, value: exits.stopped };
        }
        terminal.phase(steps, steps, text(`Écrire ${file.name}`, `Writing ${file.name}`));
        const bytes = await file.make();
        // Written beside and renamed: an interrupted run leaves whole files only.
        await writeFile(join(out, `.${file.name}.part`), bytes);
        await rename(join(out, `.${file.name}.part`), join(out, file.name));
      }
    } catch (error) {
      if (!(error instanceof Error) || !("syscall" in error)) throw error;
      return fail(
        problem(
          "OUT_UNWRITABLE",
          text(
            `Impossible d'écrire dans « ${out} » : vérifiez les droits et la place.`,
            `Cannot write to "${out}": check permissions and space.`,
          ),
        ),
      );
    }
    const names = files.map(({ name }) => name);
    if (json)
      terminal.out(
        `${JSON.stringify({ format: "simbiosi-diagnose/1", out, files: names, synergies: diagnosed.diagnosis.synergies.length, selected: diagnosed.diagnosis.portfolio.selected, refused_rows: refused.length }, null, 2)}\n`,
      );
    else if (!parsed.common.quiet) terminal.out(summaryWords(diagnosed.diagnosis, names, out, lang));
    return { ok: true, value: diagnosed.diagnosis.portfolio.status === "optimal" ? exitFor(refused) : exits.partly };
  },
};
