import type { Standing, Text } from "@simbiosi/domain";
import { palette, stageFills } from "../palette/palette.ts";

/** Where an action stands: the fuller the bar, the surer. */
export type GanttStatus = "planned" | "under-way" | "done" | "stopped";

export const statusNames: Readonly<Record<GanttStatus, Text>> = {
  planned: { fr: "prévue", en: "planned" },
  "under-way": { fr: "en cours", en: "under way" },
  done: { fr: "terminée", en: "done" },
  stopped: { fr: "suspendue ou abandonnée", en: "on hold or abandoned" },
};

export const statusFills: Readonly<Record<GanttStatus, { readonly fill: string; readonly stroke: string }>> = {
  planned: stageFills.potential,
  "under-way": stageFills.agreed,
  done: stageFills.realised,
  stopped: { fill: palette.rule, stroke: palette.muted },
};

/** How an action is drawn by where it stands. */
export const barOfStanding: Readonly<Record<Standing, GanttStatus>> = {
  "to-discuss": "planned",
  upcoming: "planned",
  ongoing: "under-way",
  late: "under-way",
  "on-hold": "stopped",
  blocked: "stopped",
  done: "done",
  abandoned: "stopped",
};
