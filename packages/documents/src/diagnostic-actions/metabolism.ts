import { type SankeyLink, type SankeyNode, sankey } from "@simbiosi/charts";
import {
  type Diagnosis,
  type Family,
  type Figure,
  families,
  figureValue,
  type KnownFlow,
  type Reference,
  type ResourceClass,
  sectorOf,
  sum,
  text,
} from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { count, familyWords, routeWords, type Speech } from "../speech/speech.ts";

/** The class just below the root of its family: "paper", "wood", "heat". */
const groupOf = ({ lineage }: Reference, { id }: ResourceClass): ResourceClass | undefined => {
  const line = lineage(id);
  return line.at(-2) ?? line.at(-1);
};

/** What comes in, what goes out, by trade and by kind of resource: the metabolism of the territory as declared. */
export function metabolism(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { say } = speech;
  return [
    { kind: "heading", level: 1, text: say("Le métabolisme du territoire", "The metabolism of the territory") },
    {
      kind: "paragraph",
      content: say(
        "Ce que les entreprises rencontrées ont déclaré donner et chercher. Ce n'est pas le bilan de tout le territoire : qui n'a pas été rencontré n'y est pas.",
        "What the companies met declared that they give and look for. It is not the balance of the whole territory: who was not met is not in it.",
      ),
    },
    ...matterSankey(diagnosis, speech),
    ...families.flatMap((family) => familyTable(diagnosis, family, speech)),
  ];
}

function matterSankey({ flows, setting: { reference } }: Diagnosis, { lang, say, tell }: Speech): readonly Block[] {
  const nodes = new Map<string, SankeyNode>();
  const links = new Map<string, SankeyLink>();
  const node = (group: string, key: string, label: string): string => {
    const id = `${group}:${key}`;
    if (!nodes.has(id)) nodes.set(id, { id, label, group });
    return id;
  };
  const link = (source: string, target: string, value: number): void => {
    const id = `${source} ${target}`;
    links.set(id, { source, target, value: (links.get(id)?.value ?? 0) + value });
  };
  const matter = flows.filter(({ resource }) => resource?.unit === "t");
  for (const { flow, establishment, resource, yearly } of matter) {
    const group = resource === null ? undefined : groupOf(reference, resource);
    if (group === undefined || yearly.state !== "known" || yearly.value <= 0) continue;
    const sector = sectorOf(reference, establishment.naf);
    const trade = sector === null ? say("secteur non précisé", "sector not given") : tell(sector.name);
    const middle = node("class", group.id, tell(group.name));
    if (flow.direction === "out") {
      const route = flow.current?.route ?? resource?.default_route ?? null;
      link(node("giver", sector?.id ?? "", trade), middle, yearly.value);
      link(middle, node("outlet", route ?? "", routeWords(route, lang)), yearly.value);
    } else {
      link(
        node("giver", "@purchases", say("achats et approvisionnements", "purchases and supplies")),
        middle,
        yearly.value,
      );
      link(middle, node("taker", sector?.id ?? "", `${say("besoins", "needs")} : ${trade}`), yearly.value);
    }
  }
  const unquantified = matter.filter(({ yearly }) => yearly.state === "unknown").length;
  const chart = sankey({
    title: say("Flux de matière déclarés", "Declared flows of matter"),
    unit: say("t/an", "t/yr"),
    nodes: [...nodes.values()],
    links: [...links.values()],
    unquantified,
    keep: 7,
    lang,
  });
  return [
    {
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption: say(
        "Matières déclarées : qui donne et qui cherche, par nature, et où elles vont aujourd'hui (t/an)",
        "Declared matter: who gives and who looks for it, by nature, and where it goes today (t/yr)",
      ),
    },
  ];
}

/** Totals of a family by kind of resource. Units that do not add up stand on lines of their own. */
function familyTable(diagnosis: Diagnosis, family: Family, { lang, say, tell }: Speech): readonly Block[] {
  const { reference } = diagnosis.setting;
  const own = diagnosis.flows.filter(({ flow, resource }) => (resource?.family ?? flow.family) === family);
  if (own.length === 0) return [];
  type Line = { readonly name: string; readonly unit: string; readonly flows: KnownFlow[] };
  const lines = new Map<string, Line>();
  for (const flow of own) {
    const group = flow.resource === null ? undefined : groupOf(reference, flow.resource);
    const key = `${group?.id ?? ""} ${flow.yearly.unit}`;
    const line = lines.get(key);
    if (line !== undefined) line.flows.push(flow);
    else
      lines.set(key, {
        name: group === undefined ? say("ressource à préciser", "resource to be made precise") : tell(group.name),
        unit: flow.yearly.unit,
        flows: [flow],
      });
  }
  const total = (flows: readonly KnownFlow[], direction: "in" | "out", unit: string): string => {
    const side = flows.filter(({ flow }) => flow.direction === direction);
    if (side.length === 0) return "–";
    const known: readonly Figure[] = side.map(({ yearly }) => yearly).filter(({ state }) => state === "known");
    return known.length === 0 ? say("inconnu", "unknown") : figureValue(sum(text("Total", "Total"), unit, known), lang);
  };
  const unknown = own.filter(({ yearly }) => yearly.state === "unknown").length;
  const size = ({ flows }: Line): number => flows.reduce((all, { yearly }) => all + (yearly.value ?? 0), 0);
  return [
    {
      kind: "table",
      caption: tell(familyWords[family]),
      dense: true,
      columns: [
        { header: say("Nature", "Nature"), kind: "text", width: 4 },
        { header: say("Flux", "Flows"), kind: "number", width: 1 },
        { header: say("Offert par an", "Offered a year"), kind: "number", width: 2 },
        { header: say("Cherché par an", "Looked for a year"), kind: "number", width: 2 },
      ],
      rows: [...lines.values()]
        .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : size(b) - size(a) || (a.name < b.name ? -1 : 1)))
        .map(({ name, unit, flows }) => [
          name,
          String(flows.length),
          total(flows, "out", unit),
          total(flows, "in", unit),
        ]),
      ...(unknown > 0
        ? {
            notes: [
              say(
                `${count(unknown, lang, "quantité inconnue n'est pas comptée", "quantités inconnues ne sont pas comptées")}.`,
                `${count(unknown, lang, "unknown quantity is", "unknown quantities are")} not counted.`,
              ),
            ],
          }
        : {}),
      empty: "–",
    },
  ];
}

// A large territory's flows are read in the workbook (sheet Flux), where they are sorted and filtered.
const listed = 100;

/** The declared flows, for who wants to check: an annex. */
export function declaredFlows({ flows }: Diagnosis, { lang, say, tell }: Speech): readonly Block[] {
  return [
    { kind: "heading", level: 1, text: say("Annexe : flux déclarés", "Annex: declared flows"), numbered: false },
    {
      kind: "table",
      dense: true,
      caption: null,
      columns: [
        { header: say("Désignation", "Wording"), kind: "text", width: 3 },
        { header: say("Établissement", "Establishment"), kind: "text", width: 2.4 },
        { header: say("Sens", "Direction"), kind: "text", width: 1 },
        { header: say("Ressource comprise", "Understood as"), kind: "text", width: 2.4 },
        { header: say("Par an", "A year"), kind: "number", width: 1.5 },
      ],
      rows: flows
        .slice(0, listed)
        .map(({ flow, establishment, resource, yearly }) => [
          flow.label,
          establishment.name,
          flow.direction === "in" ? say("besoin", "need") : say("offre", "offer"),
          resource === null ? say("à préciser", "to be made precise") : tell(resource.name),
          figureValue(yearly, lang),
        ]),
      ...(flows.length > listed
        ? {
            notes: [
              say(
                `Les ${listed} premiers sur ${flows.length} ; tous sont dans le tableau de bord (feuille Flux).`,
                `The first ${listed} of ${flows.length}; all are in the dashboard (sheet Flows).`,
              ),
            ],
          }
        : {}),
      empty: say("Aucun flux.", "No flow."),
    },
  ];
}
