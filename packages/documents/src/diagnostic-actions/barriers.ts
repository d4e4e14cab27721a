import {
  actionPlan,
  type BarrierKind,
  barrierKinds,
  type Diagnosis,
  type FoundBarrier,
  plannedSynergies,
} from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { actionNumbers } from "../roadmap/numbers.ts";
import { barrierWords, count, ownerWords, type Speech } from "../speech/speech.ts";

// The commonest of each kind: the sheets and the workbook hold the others.
const listed = 8;

/** What stands in the way of the plan, by family of barriers, how often, and how the roadmap lifts it. */
export function barriers(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say, tell } = speech;
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const found = new Map<string, { readonly barrier: FoundBarrier; leads: number }>();
  for (const { synergy } of plannedSynergies(diagnosis))
    for (const barrier of synergy.barriers) {
      const known = found.get(barrier.id);
      if (known === undefined) found.set(barrier.id, { barrier, leads: 1 });
      else known.leads++;
    }
  const lifted = (title: string): string => {
    const action = plan.actions.find((one) => one.axis === "unlock" && one.title.fr === title);
    return action === undefined ? say("dans l'action", "in the action") : (numbers.get(action.id) ?? "–");
  };
  const table = (kind: BarrierKind): readonly Block[] => {
    const own = [...found.values()].filter(({ barrier }) => barrier.kind === kind).sort((a, b) => b.leads - a.leads);
    if (own.length === 0) return [];
    return [
      {
        kind: "table",
        caption: capital(barrierWords[kind][lang]),
        dense: true,
        columns: [
          { header: say("Frein", "Barrier"), kind: "text", width: 3.2 },
          { header: say("Pistes", "Leads"), kind: "number", width: 0.8 },
          { header: say("Levier", "Lever"), kind: "text", width: 3.6 },
          { header: say("Qui", "Who"), kind: "text", width: 1.7 },
          { header: say("Délai", "Delay"), kind: "text", width: 1 },
          { header: say("Levé par", "Lifted by"), kind: "text", width: 1 },
        ],
        rows: own
          .slice(0, listed)
          .map(({ barrier, leads }) => [
            tell(barrier.sentence),
            String(leads),
            tell(barrier.lever),
            ownerWords[barrier.owner][lang],
            barrier.delayMonths === 0
              ? say("aussitôt", "at once")
              : `${barrier.delayMonths} ${say("mois", barrier.delayMonths === 1 ? "month" : "months")}`,
            lifted(barrier.action.fr),
          ]),
        ...(own.length > listed
          ? {
              notes: [
                say(
                  `Et ${count(own.length - listed, lang, "autre frein", "autres freins")}, moins fréquents : voir les fiches.`,
                  `And ${count(own.length - listed, lang, "other barrier", "other barriers")}, less frequent: see the sheets.`,
                ),
              ],
            }
          : {}),
        empty: "–",
      },
    ];
  };
  return [
    {
      kind: "heading",
      level: 1,
      text: say("Les freins, et comment ils se lèvent", "The barriers, and how they are lifted"),
    },
    {
      kind: "paragraph",
      content: say(
        "Les freins des pistes du plan, par famille. Celui que plusieurs actions partagent a sa propre fiche dans la feuille de route (axe B) ; les autres sont une étape de leur action.",
        "The barriers of the planned leads, by family. One that several actions share has a sheet of its own in the roadmap (axis B); the others are a step of their action.",
      ),
    },
    ...(found.size === 0
      ? [{ kind: "paragraph" as const, content: say("Aucun frein connu.", "No known barrier.") }]
      : barrierKinds.flatMap(table)),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
