import { actionPlan, type Diagnosis } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { calendar } from "../roadmap/calendar.ts";
import { ganttFigures, onPage } from "../roadmap/gantt-figure.ts";
import type { Speech } from "../speech/speech.ts";

/** The operational roadmap in short: the calendar. Its sheets, budget and governance are a document of their own. */
export function operationalRoadmap(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { say } = speech;
  const plan = actionPlan(diagnosis);
  return [
    { kind: "heading", level: 1, text: say("La feuille de route opérationnelle", "The operational roadmap") },
    {
      kind: "paragraph",
      content: say(
        "Le plan devient des actions datées, au rythme de l'animation disponible. Les fiches action, le budget, la gouvernance et le portage pérenne sont dans le document « Feuille de route ».",
        'The plan becomes dated actions, at the pace of the facilitation available. Action sheets, budget, governance and lasting carrier are in the document "Roadmap".',
      ),
    },
    ...ganttFigures(plan, diagnosis.setting.day, speech, onPage),
    ...calendar(plan, speech, "plain"),
  ];
}
