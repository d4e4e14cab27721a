import { text } from "@simbiosi/domain";
import { detectSynergies, synergiesText, understand } from "@simbiosi/study";
import { numberOption } from "../args/args.ts";
import type { Command } from "../command.ts";
import { exitFor, onePath, readInventoryAt, readOptions, tellNotes } from "../io/read.ts";

export const detectCommand: Command = {
  name: "detect",
  usage: text("detect INVENTAIRE [--top K]", "detect INVENTORY [--top K]"),
  about: text(
    "Les synergies seulement (synergies.json sur la sortie) : les K meilleures par flux.",
    "Synergies only (synergies.json on stdout): the K best per flow.",
  ),
  options: { ...readOptions, top: { type: "string" } },
  run: async (parsed, terminal) => {
    const path = onePath(parsed);
    if (!path.ok) return path;
    const top = numberOption(parsed, "top", 10, 1);
    if (!top.ok) return top;
    const { lang, date } = parsed.common;
    const read = await readInventoryAt(path.value, parsed);
    if (!read.ok) return read;
    tellNotes(read.value, terminal);
    terminal.phase(1, 2, text("Comprendre les flux", "Understanding the flows"));
    const understood = understand(read.value.reference, read.value.inventory, date, read.value.distances);
    terminal.phase(2, 2, text("Chercher et évaluer les synergies", "Finding and assessing synergies"));
    const detection = detectSynergies(understood, Math.floor(top.value ?? 10));
    for (const piece of synergiesText(understood, detection, lang)) terminal.out(piece);
    return { ok: true, value: exitFor(read.value.refused) };
  },
};
