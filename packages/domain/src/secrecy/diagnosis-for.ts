import { actionPlan } from "../action-plans/action-plan.ts";
import { noFacilities } from "../assessment/facilities.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { PoolShortfall } from "../pools/shortfall.ts";
import { plannedSynergies } from "../portfolio/portfolio-figures.ts";
import { bug } from "../problems/result.ts";
import { contextOf } from "../reference-data/reference.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";
import { subjectOf } from "./company-view.ts";
import { disclosedLeads, type Eyes, flowsOfLead, leadTells } from "./disclosed-leads.ts";
import { disclosedTables, disclosedTotals } from "./disclosed-totals.ts";
import type { DisclosedAction, DisclosedActor, DisclosedLead, Disclosure, OutsideAudience } from "./disclosure.ts";
import { maySee, type SecretField } from "./may-see.ts";
import { type Alias, aliasesOf } from "./pseudonyms.ts";
import { redactedFlow, redactedSite, withheld, withheldWords } from "./redact.ts";
import { secrecyRule } from "./suppression.ts";

/**
 * What a funder or the public may know of a diagnosis. An inventory holds intents: nothing of it is realised, so the public
 * gets the totals of what was declared and no lead at all.
 */
export function diagnosisFor(audience: OutsideAudience, diagnosis: Diagnosis): Disclosure {
  const { inventory, flows, setting, synergies, portfolio } = diagnosis;
  const { reference, day } = setting;
  const rule = secrecyRule(reference);
  const seesAs =
    (kind: OutsideAudience) =>
    (flow: KnownFlow, field: SecretField): boolean =>
      maySee({ kind }, field, subjectOf(flow), day);
  const sees = seesAs(audience);
  const aliases = aliasesOf(reference, inventory, flows, {
    mayName: (flow) => sees(flow, "name"),
    byCard: inCardOnly(diagnosis),
    units: rule.units,
  });
  const to = audience === "funder" ? ["funder", "public"] : ["public"];
  const ids = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const flow of aliases.shuffled(flows, (one) => one.flow.id)) {
    const { id } = aliases.ofFlow(flow);
    const number = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    ids.set(flow.flow.id, `${id}.${number}`);
  }
  // A flow may be read in several ways, each of them a value of its own.
  const redacted = once((flow: KnownFlow): KnownFlow => {
    const id = ids.get(flow.flow.id) ?? bug(`${flow.flow.id} is not a flow of this diagnosis`);
    return redactedFlow(reference, flow, id, aliases.ofFlow(flow), (field) => sees(flow, field), to);
  });
  const eyes: Eyes = {
    reference,
    sees,
    redacted,
    alias: aliases.ofFlow,
    aliasOfSite: aliases.ofSite,
  };
  const planned = new Set(plannedSynergies(diagnosis).map(({ synergy }) => synergy.id));
  const open = audience === "funder";
  const leads = open ? disclosedLeads(eyes, synergies, planned) : new Map<string, DisclosedLead>();
  const totals = open ? disclosedTotals(diagnosis, eyes, rule) : [];
  const byId = (a: KnownFlow, b: KnownFlow): number => byCodeUnit(a.flow.id, b.flow.id);
  const shownFlows = open ? flows.map(redacted).sort(byId) : [];
  const listed = [...leads.values()].sort((a, b) => a.synergy.rank - b.synergy.rank);
  return {
    audience,
    diagnosis: {
      inventory: {
        format: inventory.format,
        // Columns of one's own making may hold anything.
        territory: { ...inventory.territory, extra: null },
        establishments: open ? aliases.all.map(redactedSite) : [],
        flows: shownFlows.map(({ flow }) => flow),
      },
      // Distances measured and what stands where are the companies' too.
      setting: {
        reference,
        day,
        context: contextOf(reference, inventory.territory.context),
        facilities: noFacilities,
      },
      flows: shownFlows,
      synergies: listed.map(({ synergy }) => synergy),
      refused: open
        ? diagnosis.refused
            .map(({ offers, needs, verdict }) => {
              const told = [...offers, ...needs].every((flow) => sees(flow, "nature"));
              return {
                offers: offers.map(eyes.redacted),
                needs: needs.map(eyes.redacted),
                steps: [],
                verdict: { outcome: verdict.outcome, findings: told ? verdict.findings : [] },
                // Questions repeat the company's own words.
                doubts: [],
              };
            })
            .sort((a, b) => byCodeUnit(flowIds(a), flowIds(b)))
        : [],
      unmatched: open
        ? diagnosis.unmatched
            .map(({ flow, why }) => ({ flow: eyes.redacted(flow), nearest: null, why, sentence: withheldWords }))
            .sort((a, b) => byId(a.flow, b.flow))
        : [],
      shortfalls: open ? disclosedShortfalls(diagnosis, eyes) : [],
      questions: [],
      refusedRows: [],
      portfolio: {
        format: portfolio.format,
        status: portfolio.status,
        stopped_by: portfolio.stopped_by,
        objective: null,
        bound: null,
        gap: portfolio.gap,
        // An amount is a quantity.
        flows: [],
        open: [],
        selected: listed.flatMap(({ planned: kept, synergy }) => (kept ? [synergy.id] : [])),
        conflicts: [],
        checker: { feasible: portfolio.checker.feasible, objective: null, violations: [] },
      },
      reductions: [],
      dependencies: [],
    },
    counts: {
      establishments: inventory.establishments.length,
      flows: flows.length,
      quantities: flows.filter(({ yearly }) => yearly.state === "known").length,
      leads: synergies.length,
      planned: planned.size,
      forbidden: diagnosis.refused.length,
      unmatched: diagnosis.unmatched.length,
      questions: diagnosis.questions.length,
      namesTold: flows.filter((flow) => sees(flow, "name")).length,
      quantitiesTold: flows.filter((flow) => sees(flow, "quantity")).length,
      rule,
    },
    totals,
    tables: disclosedTables(diagnosis, audience, seesAs("funder"), rule),
    actors: open ? disclosedActors(aliases.all, shownFlows) : [],
    leads: listed,
    actions: open ? disclosedActions(diagnosis, eyes, leads) : [],
  };
}

/** Makes one value for each flow, however often it is asked for. */
function once(make: (flow: KnownFlow) => KnownFlow): (flow: KnownFlow) => KnownFlow {
  const made = new Map<KnownFlow, KnownFlow>();
  return (flow) => {
    const value = made.get(flow) ?? make(flow);
    made.set(flow, value);
    return value;
  };
}

/**
 * Groups that are no pool yet, where every need in them may be told: what kind, under which aliases, and what is viable. How
 * much is there would tell the quantity of the last who has not agreed.
 */
const disclosedShortfalls = ({ shortfalls }: Diagnosis, { sees, redacted }: Eyes): readonly PoolShortfall[] =>
  shortfalls.flatMap((one) => {
    const declared = one.members.flatMap(({ flow }) => flow ?? []);
    if (declared.length === 0 || !declared.every((flow) => sees(flow, "nature"))) return [];
    return [
      {
        ...one,
        members: declared
          .map(redacted)
          .map((flow) => ({ site: flow.establishment, flow }))
          .sort((a, b) => byCodeUnit(a.flow.flow.id, b.flow.flow.id)),
        quantity: withheld(text("Besoins réunis", "Needs together"), one.quantity.unit),
        lack: "quantity" as const,
        questions: [],
      },
    ];
  });

const flowIds = ({ offers, needs }: Pick<Diagnosis["refused"][number], "offers" | "needs">): string =>
  [...offers, ...needs].map(({ flow }) => flow.id).join(" ");

/** Companies that some lead counts in without a flow of theirs. */
const inCardOnly = ({ synergies }: Diagnosis): ReadonlySet<string> =>
  new Set(
    synergies.flatMap((synergy) => {
      const speaking = new Set(flowsOfLead(synergy).map(({ establishment }) => establishment.id));
      return synergy.establishments.filter((id) => !speaking.has(id));
    }),
  );

function disclosedActors(all: readonly Alias[], flows: readonly KnownFlow[]): readonly DisclosedActor[] {
  const number = (id: string, direction: "in" | "out"): number =>
    flows.filter(({ flow }) => flow.establishment === id && flow.direction === direction).length;
  const actors = new Map<string, DisclosedActor>();
  for (const { id, name, trade } of all) {
    const key = trade === null ? id : `@${trade.fr}`;
    const before = actors.get(key) ?? { name: trade ?? name, companies: 0, offers: 0, needs: 0 };
    actors.set(key, {
      name: before.name,
      companies: before.companies + 1,
      offers: before.offers + number(id, "out"),
      needs: before.needs + number(id, "in"),
    });
  }
  return [...actors.values()];
}

/** The calendar is the facilitator's own; only what an action is about may have to be hidden. */
function disclosedActions(
  diagnosis: Diagnosis,
  eyes: Eyes,
  leads: ReadonlyMap<string, DisclosedLead>,
): readonly DisclosedAction[] {
  return actionPlan(diagnosis).actions.map(({ axis, title, pilot, starts, ends, wave, synergies }): DisclosedAction => {
    const own = synergies.flatMap(({ synergy }) => leads.get(synergy.id) ?? []);
    const told = synergies.every(({ synergy }) => leadTells(eyes, synergy, "nature"));
    const words: Record<typeof axis, Text> = {
      steer: title,
      unlock: told ? title : text("Lever un frein commun", "Lift a common barrier"),
      exchange: titleOfLeads(own),
      share: titleOfLeads(own),
    };
    const barrier = synergies
      .flatMap(({ synergy }) => synergy.barriers)
      .find(({ action }) => axis === "unlock" && action.fr === title.fr)?.kind;
    const ranks = own.map(({ synergy }) => synergy.rank).sort((a, b) => a - b);
    return { axis, title: words[axis], barrier: barrier ?? null, pilot, starts, ends, wave, leads: ranks };
  });
}

function titleOfLeads(leads: readonly DisclosedLead[]): Text {
  const [first] = leads;
  if (first === undefined) return text("Mettre en route une piste", "Start a lead");
  if (leads.length === 1) return first.synergy.title;
  const { nature } = first;
  return leads.every((one) => one.nature.fr === nature.fr)
    ? text(`${nature.fr} : ${leads.length} pistes`, `${nature.en}: ${leads.length} leads`)
    : text(`Mettre en route ${leads.length} pistes`, `Start ${leads.length} leads`);
}
