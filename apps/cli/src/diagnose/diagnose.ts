import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, problem, text } from "@simbiosi/domain";
import {
  audiences,
  companySheetsFolder,
  type Deliverable,
  deliverables,
  diagnose,
  makeFiles,
  rehearsePdf,
} from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exits } from "../io/exit.ts";
import { exitFor, onePath, readInventoryAt, readOptions, tellNotes } from "../io/read.ts";
import type { Terminal } from "../io/terminal.ts";
import { brandingFrom, brandingOptions } from "./branding.ts";
import { summaryWords } from "./summary.ts";

const refusedRows = "refused-rows.csv";

const phases = {
  understand: text("Comprendre les flux", "Understanding the flows"),
  detect: text("Chercher et évaluer les synergies", "Finding and assessing synergies"),
  optimise: text(
    "Composer le plan et écrire les premiers documents",
    "Composing the plan and writing the first documents",
  ),
} as const;

export const diagnoseCommand: Command = {
  name: "diagnose",
  usage: text(
    "diagnose INVENTAIRE --out DOSSIER [--audience facilitator|funder|public] [--logo FICHIER.png|.svg]… [--organisation NOM]… [--template FICHIER.docx]",
    "diagnose INVENTORY --out FOLDER [--audience facilitator|funder|public] [--logo FILE.png|.svg]… [--organisation NAME]… [--template FILE.docx]",
  ),
  about: text(
    "Le travail principal : lit, cherche, évalue, optimise, écrit les livrables et leurs données.",
    "The main job: reads, detects, assesses, optimises, writes the deliverables and their data.",
  ),
  options: { ...readOptions, ...brandingOptions, out: { type: "string" }, audience: { type: "string" } },
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
    const wanted = parsed.option("audience") ?? "facilitator";
    const audience = audiences.find((one) => one === wanted);
    if (audience === undefined)
      return fail(
        problem(
          "USAGE",
          text(
            `« ${wanted} » n'est pas un public connu : --audience facilitator, funder ou public.`,
            `"${wanted}" is not a known audience: --audience facilitator, funder or public.`,
          ),
        ),
      );
    const { lang, date, seed, json } = parsed.common;
    const branding = await brandingFrom(parsed);
    if (!branding.ok) return branding;
    // Pages are laid out in a thread of their own, which gets ready while the inventory is read.
    rehearsePdf();
    const steps = 5;
    terminal.phase(1, steps, text("Lire l'inventaire", "Reading the inventory"));
    const read = await readInventoryAt(path.value, parsed);
    if (!read.ok) return read;
    tellNotes(read.value, terminal);
    const { inventory, refused, distances, reference } = read.value;
    const order = ["understand", "detect", "optimise"] as const;
    const announced = new Set<string>();
    const make = (files: readonly Deliverable[]): Promise<number> =>
      makeFiles(files, {
        signal,
        onBegin: ({ name, early }) => {
          // A folder is one line, whatever it holds; what is made beside the plan is not a phase of its own.
          const shown = dirname(name) === "." ? name : `${dirname(name)}/`;
          if (!early && !announced.has(shown))
            terminal.phase(steps, steps, text(`Écrire ${shown}`, `Writing ${shown}`));
          announced.add(shown);
        },
        write: ({ name }, bytes) => writeWhole(join(out, name), bytes),
      });
    // Most of the pages say nothing of the compromises of the plan: they are laid out while those are worked out.
    let early: Promise<number> = Promise.resolve(0);
    const diagnosed = await diagnose(reference, inventory, refused, {
      day: date,
      top: 10,
      objective: "gain",
      budget: null,
      ...(distances && { distances }),
      outlook: true,
      lang,
      gap: 0.01,
      seed,
      signal,
      onPhase: (phase) => terminal.phase(2 + order.indexOf(phase), steps, phases[phase]),
      onPlan: (planned) => {
        early = make(deliverables(planned, lang, audience, branding.value).filter((file) => file.early));
        // Told below, where whoever waits for it is.
        early.catch(() => undefined);
      },
    });
    const files = deliverables(diagnosed, lang, audience, branding.value);
    try {
      await mkdir(out, { recursive: true });
      // What an earlier run wrote and this one does not must not stay beside its documents, nor pass for theirs.
      if (!files.some(({ name }) => name === refusedRows)) await rm(join(out, refusedRows), { force: true });
      await removeStaleSheets(
        join(out, companySheetsFolder),
        new Set(files.map(({ name }) => basename(name))),
        terminal,
      );
      const written = (await make(files.filter((file) => !file.early))) + (await early);
      if (signal.aborted) {
        terminal.say(
          text(
            `Arrêté : ${written} fichiers sur ${files.length} écrits dans ${out}.`,
            `Stopped: ${written} of ${files.length} files written to ${out}.`,
          ),
        );
        return { ok: true, value: exits.stopped };
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

/** Written beside and renamed: an interrupted run leaves whole files only. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = join(dirname(path), `.${basename(path)}.part`);
  await writeFile(part, bytes);
  await rename(part, path);
}

/** Takes away the sheets of companies that are no longer in the inventory, and says how many. */
async function removeStaleSheets(folder: string, current: ReadonlySet<string>, terminal: Terminal): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stale = names.filter((name) => name.endsWith(".pdf") && !current.has(name));
  for (const name of stale) await rm(join(folder, name));
  if (stale.length > 0)
    terminal.say(
      text(
        `Fiches d'un diagnostic précédent retirées de ${folder} : ${stale.join(", ")}.`,
        `Sheets of an earlier diagnosis taken out of ${folder}: ${stale.join(", ")}.`,
      ),
    );
}
