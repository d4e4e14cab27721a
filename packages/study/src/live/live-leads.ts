import {
  type CheckJson,
  type Inventory,
  type LeadGlimpse,
  leadGlimpse,
  questionsOf,
  type Reference,
  type SynergiesJson,
} from "@simbiosi/domain";
import { checkJson } from "../check/check.ts";
import { detectSynergies } from "../detect/detect.ts";
import { synergiesJson } from "../detect/synergies-json.ts";
import { understand } from "../understand/understand.ts";

type Both<T> = { readonly fr: T; readonly en: T };

/** Everything that a screen shows of a territory's leads, in both languages. */
export type LiveLeads = {
  readonly synergies: Both<SynergiesJson>;
  readonly check: Both<CheckJson>;
  /** What each company may read of each lead it is part of. */
  readonly glimpses: readonly ({ readonly lead: string; readonly establishment: string } & Both<LeadGlimpse>)[];
};

/**
 * Understands, detects and assesses a territory for its screens.
 * @param day the day of evaluation, YYYY-MM-DD
 * @param top the K best leads of each flow
 */
export function liveLeads(reference: Reference, inventory: Inventory, day: string, top: number): LiveLeads {
  const understood = understand(reference, inventory, day);
  const detection = detectSynergies(understood, top);
  const questions = questionsOf(understood.setting, understood.flows, detection.synergies, detection.poolQuestions);
  const both = <T>(make: (lang: "fr" | "en") => T): Both<T> => ({ fr: make("fr"), en: make("en") });
  const glimpses = detection.synergies.flatMap((synergy) =>
    synergy.establishments.flatMap((establishment) => {
      const [fr, en] = (["fr", "en"] as const).map((lang) => leadGlimpse(reference, synergy, establishment, day, lang));
      return fr === undefined || en === undefined ? [] : [{ lead: synergy.id, establishment, fr, en }];
    }),
  );
  return {
    synergies: both((lang) => synergiesJson(understood, detection, lang)),
    check: both((lang) => checkJson(understood, { refused: [], notes: [] }, questions, lang)),
    glimpses,
  };
}
