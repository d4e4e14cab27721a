import type { Reference } from "@simbiosi/domain";
import { admit, assessExchange } from "@simbiosi/domain";
import { candidates, detect, pairAt } from "@simbiosi/engine";
import { convertibleWords, everyWord, type FlowWords, randomTerritory } from "@simbiosi/fixtures";
import { check, deliverables, diagnose, makeFiles, synergiesText, type Understood, understand } from "@simbiosi/study";

/** A whole job that is run once, in a process of its own, and told phase by phase. */
export type Campaign = {
  readonly name: string;
  /** @returns what it came to, in words */
  readonly run: (reference: Reference, phase: (name: string) => void) => Promise<string>;
};

const day = "2026-11-23";
const seed = 1;

/** Equal answers first: on a sample of the pairs, the numbers of the columns are those of the whole tree. */
function sameAsTrees({ setting, flows }: Understood): void {
  const c = candidates(setting, flows);
  const stride = Math.max(1, Math.floor(c.count / 200));
  for (let row = 0; row < c.count; row += stride) {
    const { offer, need, route } = pairAt(flows, c, row);
    const { gain } = assessExchange(setting, offer, need, route, admit(setting, offer, need, route));
    const number = c.gain[row] ?? Number.NaN;
    const same =
      gain.state === "known"
        ? Math.abs(number - gain.value) <= 1e-6 * Math.max(1, Math.abs(gain.value))
        : Number.isNaN(number);
    if (!same) throw new Error(`Row ${row}: ${number} and ${gain.value}`);
  }
}

const detection = (name: string, establishments: number, words: (reference: Reference) => FlowWords): Campaign => ({
  name,
  run: async (reference, phase) => {
    const inventory = randomTerritory(seed, establishments, 4, words(reference));
    sameAsTrees(understand(reference, randomTerritory(seed, 60, 4, words(reference)), day));
    phase("understand");
    const understood = understand(reference, inventory, day);
    const found = detect(understood.setting, understood.flows, { top: 10, onPhase: phase });
    phase("assess, json");
    let written = 0;
    for (const piece of synergiesText(understood, found, "fr")) written += piece.length;
    return `${found.pairs} pairs, ${found.synergies.length} leads, ${found.unmatched.length} flows without, ${(written / 1e6).toFixed(0)} MB of JSON`;
  },
});

const questions: Campaign = {
  name: "check-1000",
  run: async (reference, phase) => {
    const inventory = randomTerritory(seed, 1000, 4, everyWord(reference));
    phase("understand");
    const understood = understand(reference, inventory, day);
    phase("check");
    return `${check(understood, { refused: [], notes: [] }, "fr").missing.length} questions`;
  },
};

const wholeJob: Campaign = {
  name: "diagnose-80",
  run: async (reference, phase) => {
    const inventory = randomTerritory(seed, 80, 4, everyWord(reference));
    const diagnosed = await diagnose(reference, inventory, [], {
      day,
      top: 10,
      objective: "gain",
      budget: null,
      gap: 0.01,
      seed,
      outlook: true,
      onPhase: phase,
    });
    let bytes = 0;
    phase("documents");
    await makeFiles(deliverables(diagnosed, "fr"), {
      write: async (_, made) => {
        bytes += made.length;
      },
    });
    return `${inventory.flows.length} flows, ${diagnosed.detection.synergies.length} leads, ${(bytes / 1e6).toFixed(1)} MB written`;
  },
};

export const campaigns: readonly Campaign[] = [
  detection("detect-1000", 1000, everyWord),
  detection("detect-1000-hard", 1000, convertibleWords),
  questions,
  wholeJob,
];
