import type { Diagnosis, Lang } from "@simbiosi/domain";
import type { Report } from "../blocks/block.ts";
import { confidentialStamp, notLegalAdvice, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";
import { operationalRoadmap } from "./action-plan.ts";
import { annexes } from "./annexes.ts";
import { barriers } from "./barriers.ts";
import { glossary } from "./glossary.ts";
import { declaredFlows, metabolism } from "./metabolism.ts";
import { opportunities } from "./opportunities.ts";
import { plan } from "./plan.ts";
import { reduction } from "./reduction.ts";
import { refusals } from "./refusals.ts";
import { dependency, stakes } from "./stakes.ts";
import { summary } from "./summary.ts";
import { territory } from "./territory.ts";

// The call asks for one-page sheets of the best leads; beyond twenty nobody reads.
const sheets = 20;

/** The Diagnostic-actions (first deliverable of the call) as a tree of blocks, for the facilitator's own eyes. */
export function diagnosticActions(diagnosis: Diagnosis, lang: Lang): Report {
  const s = speech(lang);
  const { territory: place } = diagnosis.inventory;
  return typeset({
    title: s.say("Diagnostic-actions", "Diagnosis and actions"),
    subtitle: s.say(
      `Écologie industrielle et territoriale, ${place.name}`,
      `Industrial and territorial ecology, ${place.name}`,
    ),
    lang,
    date: diagnosis.setting.day,
    author: place.name,
    confidentiality: s.tell(confidentialStamp),
    footer: s.tell(notLegalAdvice),
    numbered: true,
    blocks: [
      ...summary(diagnosis, s),
      { kind: "contents", title: s.say("Sommaire", "Contents"), depth: 2 },
      { kind: "page-break" },
      ...territory(diagnosis, s),
      ...metabolism(diagnosis, s),
      ...stakes(diagnosis, s),
      ...dependency(diagnosis, s),
      ...reduction(diagnosis, s),
      ...opportunities(diagnosis, s, sheets),
      { kind: "page-break" },
      ...refusals(diagnosis, s),
      ...barriers(diagnosis, s),
      ...plan(diagnosis, s),
      ...operationalRoadmap(diagnosis, s),
      { kind: "page-break" },
      ...annexes(diagnosis, s),
      ...declaredFlows(diagnosis, s),
      ...glossary(s),
    ],
  });
}
