import {
  type Diagnosis,
  type Family,
  type Figure,
  families,
  figureWords,
  type Inventory,
  type KnownFlow,
  obligationsOf,
  type ReductionLever,
  type Reference,
  type ResourceClass,
  sectorOf,
  stakesOf,
  sum,
  type TerritoryTotals,
  type Text,
  territoryTotals,
  text,
} from "@simbiosi/domain";
import { diagnose } from "../diagnose/diagnose.ts";

/** A figure without its tree, for a table of many: value, interval, unit. */
export type FlatFigure = Pick<Figure, "value" | "low" | "high" | "unit" | "state">;

/** What the screens of map, metabolism, stakes and reduction show of a territory, and what its lead may read. */
export type LiveInsight = {
  readonly whole: {
    readonly day: string;
    readonly sankey: {
      readonly nodes: readonly { readonly id: string; readonly label: Text | null; readonly group: string }[];
      readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[];
      readonly unquantified: number;
    };
    readonly families: readonly {
      readonly family: Family;
      readonly unknown: number;
      readonly rows: readonly {
        readonly name: Text;
        readonly unit: string;
        readonly flows: number;
        readonly offered: FlatFigure | null;
        readonly wanted: FlatFigure | null;
      }[];
    }[];
    readonly stakes: readonly {
      readonly id: string;
      readonly level: "company" | "territory";
      readonly title: Text;
      readonly evidence: readonly Text[];
      readonly todo: Text | null;
    }[];
    readonly reductions: readonly {
      readonly id: string;
      readonly lever: ReductionLever;
      readonly title: Text;
      readonly label: string;
      readonly establishment: string;
      readonly site: string;
      readonly avoided: FlatFigure;
      readonly full_cost: FlatFigure;
      readonly visible_cost: FlatFigure;
      readonly gain: FlatFigure;
      readonly investment: FlatFigure;
      readonly co2e: FlatFigure;
    }[];
    readonly dependencies: readonly {
      readonly label: string;
      readonly establishment: string;
      readonly site: string;
      readonly spend: FlatFigure;
      readonly sentence: Text;
      readonly leads: readonly string[];
    }[];
  };
  readonly shared: TerritoryTotals & {
    readonly day: string;
    readonly counts: { readonly establishments: number; readonly flows: number; readonly leads: number };
    readonly stakes: readonly {
      readonly id: string;
      readonly level: "company" | "territory";
      readonly title: Text;
      readonly documented: boolean;
    }[];
  };
};

const flat = ({ value, low, high, unit, state }: Figure): FlatFigure => ({ value, low, high, unit, state });

/**
 * Works out what the screens show beside leads. The plan behind the stakes is a quick one: bounded by work, so that two
 * runs agree.
 * @param day the day of evaluation, YYYY-MM-DD
 * @param top the K best leads of each flow
 */
export async function liveInsight(
  reference: Reference,
  inventory: Inventory,
  day: string,
  top: number,
): Promise<LiveInsight> {
  const { diagnosis } = await diagnose(reference, inventory, [], {
    day,
    top,
    objective: "gain",
    budget: null,
    gap: 0.05,
    effort: 0.05,
    seed: 1,
  });
  const { flows, setting, reductions, dependencies, synergies } = diagnosis;
  const stakes = stakesOf({
    diagnosis,
    reductions,
    dependencies,
    companiesWithDuties: inventory.establishments.filter((site) =>
      obligationsOf(setting, site, flows).obligations.some(({ applies, due }) => applies === "applies" && due !== null),
    ).length,
  });
  return {
    whole: {
      day,
      sankey: matter(diagnosis),
      families: families.flatMap((family) => familyOf(diagnosis, family)),
      stakes: stakes.map(({ row, evidence, toDocument }) => ({
        id: row.id,
        level: row.level,
        title: row.title,
        evidence: evidence.map((one) =>
          one.kind === "figure"
            ? text(
                `${one.figure.label.fr} : ${figureWords(one.figure, "fr")}`,
                `${one.figure.label.en}: ${figureWords(one.figure, "en")}`,
              )
            : text(`${one.header} : « ${one.words} » (déclaré)`, `${one.header}: "${one.words}" (declared)`),
        ),
        todo: toDocument,
      })),
      reductions: reductions
        .filter(({ gain }) => gain.state !== "known" || gain.value > 0)
        .map((one) => ({
          id: one.id,
          lever: one.measure.lever,
          title: one.measure.title,
          label: one.flow.flow.label,
          establishment: one.flow.establishment.id,
          site: one.flow.establishment.name,
          avoided: flat(one.avoided),
          full_cost: flat(one.fullCost),
          visible_cost: flat(one.visibleCost),
          gain: flat(one.gain),
          investment: flat(one.investment),
          co2e: flat(one.co2e),
        })),
      dependencies: dependencies.map((one) => ({
        label: one.need.flow.label,
        establishment: one.need.establishment.id,
        site: one.need.establishment.name,
        spend: flat(one.spend),
        sentence: one.sentence,
        leads: one.leads.map(({ id }) => id),
      })),
    },
    shared: {
      day,
      ...territoryTotals(diagnosis),
      counts: { establishments: inventory.establishments.length, flows: flows.length, leads: synergies.length },
      stakes: stakes.map(({ row, documented }) => ({ id: row.id, level: row.level, title: row.title, documented })),
    },
  };
}

const groupOf = ({ lineage }: Reference, { id }: ResourceClass): ResourceClass | undefined => {
  const line = lineage(id);
  return line.at(-2) ?? line.at(-1);
};

/** Declared matter from who gives to who asks, by trade and nature, with today's outlets. */
function matter({ flows, setting: { reference } }: Diagnosis): LiveInsight["whole"]["sankey"] {
  type Node = LiveInsight["whole"]["sankey"]["nodes"][number];
  type Link = LiveInsight["whole"]["sankey"]["links"][number];
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  const node = (group: string, key: string, label: Text | null): string => {
    const id = `${group}:${key}`;
    if (!nodes.has(id)) nodes.set(id, { id, label, group });
    return id;
  };
  const link = (source: string, target: string, value: number): void => {
    const id = `${source} ${target}`;
    links.set(id, { source, target, value: (links.get(id)?.value ?? 0) + value });
  };
  const own = flows.filter(({ resource }) => resource?.unit === "t");
  for (const { flow, establishment, resource, yearly } of own) {
    const group = resource === null ? undefined : groupOf(reference, resource);
    if (group === undefined || yearly.state !== "known" || yearly.value <= 0) continue;
    const sector = sectorOf(reference, establishment.naf);
    const trade = sector?.name ?? text("secteur non précisé", "sector not given");
    const middle = node("class", group.id, group.name);
    if (flow.direction === "out") {
      link(node("giver", sector?.id ?? "", trade), middle, yearly.value);
      const route = flow.current?.route ?? resource?.default_route ?? "";
      link(middle, node("outlet", route, null), yearly.value);
    } else {
      link(node("giver", "@purchases", null), middle, yearly.value);
      link(middle, node("taker", sector?.id ?? "", text(`besoins : ${trade.fr}`, `needs: ${trade.en}`)), yearly.value);
    }
  }
  return {
    nodes: [...nodes.values()],
    links: [...links.values()],
    unquantified: own.filter(({ yearly }) => yearly.state === "unknown").length,
  };
}

/** Totals of a family by kind of resource; units that do not add up stand apart. */
function familyOf({ flows, setting: { reference } }: Diagnosis, family: Family): LiveInsight["whole"]["families"] {
  const own = flows.filter(({ flow, resource }) => (resource?.family ?? flow.family) === family);
  if (own.length === 0) return [];
  const lines = new Map<string, { readonly name: Text; readonly unit: string; readonly flows: KnownFlow[] }>();
  for (const flow of own) {
    const group = flow.resource === null ? undefined : groupOf(reference, flow.resource);
    const key = `${group?.id ?? ""} ${flow.yearly.unit}`;
    const line = lines.get(key);
    if (line !== undefined) line.flows.push(flow);
    else
      lines.set(key, {
        name: group?.name ?? text("ressource à préciser", "resource to be made precise"),
        unit: flow.yearly.unit,
        flows: [flow],
      });
  }
  const total = (side: readonly KnownFlow[], unit: string): FlatFigure | null => {
    const known = side.map(({ yearly }) => yearly).filter(({ state }) => state === "known");
    return known.length === 0 ? null : flat(sum(text("Total", "Total"), unit, known));
  };
  const of = (direction: "in" | "out", side: readonly KnownFlow[]) =>
    side.filter(({ flow }) => flow.direction === direction);
  return [
    {
      family,
      unknown: own.filter(({ yearly }) => yearly.state === "unknown").length,
      rows: [...lines.values()].map((line) => ({
        name: line.name,
        unit: line.unit,
        flows: line.flows.length,
        offered: total(of("out", line.flows), line.unit),
        wanted: total(of("in", line.flows), line.unit),
      })),
    },
  ];
}
