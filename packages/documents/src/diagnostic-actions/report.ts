import type { Diagnosis, Lang } from "@simbiosi/domain";
import type { Report } from "../blocks/block.ts";
import { annexes } from "./annexes.ts";
import { opportunities } from "./opportunities.ts";
import { plan } from "./plan.ts";
import { refusals } from "./refusals.ts";
import { speech } from "./say.ts";
import { summary } from "./summary.ts";
import { territory } from "./territory.ts";

// The call asks for one-page sheets of the best leads; beyond twenty nobody reads.
const sheets = 20;

/** The Diagnostic-actions (first deliverable of the call) as a tree of blocks, for the facilitator's own eyes. */
export function diagnosticActions(diagnosis: Diagnosis, lang: Lang): Report {
  const s = speech(lang);
  const { territory: place } = diagnosis.inventory;
  return {
    title: s.say("Diagnostic-actions", "Diagnosis and actions"),
    subtitle: s.say(
      `Écologie industrielle et territoriale, ${place.name}`,
      `Industrial and territorial ecology, ${place.name}`,
    ),
    lang,
    date: diagnosis.setting.day,
    author: place.name,
    confidentiality: s.say(
      "Confidentiel : réservé à l'animation du territoire",
      "Confidential: for the territory's facilitator only",
    ),
    footer: s.say("Aide à la décision, pas un avis juridique", "Decision support, not legal advice"),
    numbered: true,
    blocks: [
      ...summary(diagnosis, s),
      { kind: "page-break" },
      { kind: "contents", title: s.say("Sommaire", "Contents"), depth: 2 },
      { kind: "page-break" },
      ...territory(diagnosis, s),
      ...opportunities(diagnosis, s, sheets),
      { kind: "page-break" },
      ...refusals(diagnosis, s),
      ...plan(diagnosis, s),
      { kind: "page-break" },
      ...annexes(diagnosis, s),
    ],
  };
}
