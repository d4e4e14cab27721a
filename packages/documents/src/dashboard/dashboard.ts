import type { Diagnosis, Lang } from "@simbiosi/domain";
import { confidentialStamp, speech } from "../speech/speech.ts";
import type { Workbook } from "../xlsx/workbook.ts";
import { actionsSheet } from "./actions-sheet.ts";
import { assumptionsSheet } from "./assumptions-sheet.ts";
import { calendarSheet } from "./calendar-sheet.ts";
import { aidSheet, financingSheet } from "./financing-sheet.ts";
import { flowsSheet } from "./flows-sheet.ts";
import { indicatorsSheet } from "./indicators-sheet.ts";
import { investmentsSheet } from "./investments-sheet.ts";
import { questionsSheet, refusedSheet } from "./questions-sheets.ts";
import { synergiesSheet } from "./synergies-sheet.ts";

/** The provisional dashboard of the action plan (second deliverable of the call): what the facilitator fills in as things happen. */
export function dashboard(diagnosis: Diagnosis, lang: Lang): Workbook {
  const s = speech(lang);
  const frame = { confidentiality: s.tell(confidentialStamp) };
  return {
    title: s.say("Tableau de bord du plan d'actions prévisionnel", "Dashboard of the provisional action plan"),
    author: diagnosis.inventory.territory.name,
    lang,
    ...frame,
    sheets: [
      actionsSheet(diagnosis, s),
      calendarSheet(diagnosis, s),
      investmentsSheet(diagnosis, s, frame),
      financingSheet(diagnosis, s, frame),
      aidSheet(diagnosis, s),
      indicatorsSheet(diagnosis, s),
      synergiesSheet(diagnosis, s),
      flowsSheet(diagnosis, s),
      assumptionsSheet(diagnosis, s),
      questionsSheet(diagnosis, s),
      refusedSheet(diagnosis, s),
    ],
  };
}
