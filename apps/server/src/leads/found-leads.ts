import type { SynergiesJson, SynergyJson } from "@simbiosi/domain";
import type { LiveLeads } from "@simbiosi/study";
import { briefOf, type FoundBrief } from "./lead-row.ts";

/** The K best of each flow: what a facilitator reads, and enough for a portfolio. */
export const top = 10;

/**
 * What a run found, as it is to be written: the words of every row are made beside the engine, in its thread. They are
 * megabytes, and a server that made them itself would answer nobody meanwhile.
 */
export type FoundLeads = {
  readonly leads: readonly {
    readonly fr: FoundBrief;
    readonly en: FoundBrief;
    /** The columns in JSON. */
    readonly json: Readonly<Record<"fr" | "en" | "brief_fr" | "brief_en", string>>;
  }[];
  readonly glimpses: readonly {
    readonly lead: string;
    readonly establishment: string;
    readonly fr: string;
    readonly en: string;
  }[];
  /** What was understood, refused, left alone, in both languages, in JSON. */
  readonly rest: string;
};

/** The rows of what the engine found. */
export function foundLeads({ synergies: { fr, en }, check, glimpses }: LiveLeads): FoundLeads {
  const rest = ({ refused, unmatched, below_threshold, disclaimer }: SynergiesJson, understood: object) => ({
    refused,
    unmatched,
    below_threshold,
    disclaimer,
    check: understood,
  });
  return {
    leads: fr.synergies.flatMap((lead, i) => {
      const english = en.synergies[i];
      if (english === undefined) return [];
      const brief = { fr: briefOf(lead), en: briefOf(english) };
      const json = {
        fr: JSON.stringify({ lead, explanations: explanationsOf(lead, fr.explanations) }),
        en: JSON.stringify({ lead: english, explanations: explanationsOf(english, en.explanations) }),
        brief_fr: JSON.stringify(brief.fr),
        brief_en: JSON.stringify(brief.en),
      };
      return [{ ...brief, json }];
    }),
    glimpses: glimpses.map(({ lead, establishment, ...said }) => ({
      lead,
      establishment,
      fr: JSON.stringify(said.fr),
      en: JSON.stringify(said.en),
    })),
    rest: JSON.stringify({ fr: rest(fr, check.fr), en: rest(en, check.en) }),
  };
}

/** Explanations that a lead opens to, with theirs, down to the sources: the few of its own among thousands. */
function explanationsOf(lead: SynergyJson, all: SynergiesJson["explanations"]): SynergiesJson["explanations"] {
  const own: Record<string, SynergiesJson["explanations"][string]> = {};
  const visit = (id: string | null): void => {
    const one = id === null ? undefined : all[id];
    if (id === null || one === undefined || own[id] !== undefined) return;
    own[id] = one;
    for (const input of one.inputs) visit(input);
  };
  const look = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    if ("explain" in value) visit((value as { explain: string | null }).explain);
    for (const inner of Object.values(value)) look(inner);
  };
  look(lead);
  return own;
}
