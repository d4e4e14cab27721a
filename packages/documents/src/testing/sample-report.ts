import { bars } from "@simbiosi/charts";
import { bug } from "@simbiosi/domain";
import { strToU8, zipSync } from "fflate";
import type { Block, Report } from "../blocks/block.ts";
import { type Branding, readBranding } from "../branding/branding.ts";

const chart = bars({
  title: "Gain par synergie",
  unit: "€/an",
  lang: "fr",
  rows: [
    { label: "Marc de café", measure: { state: "known", value: 12_400, low: 9_800, high: 15_100 } },
    { label: "Chaleur", measure: { state: "unknown", value: null, low: null, high: null } },
  ],
});

/** One block of each kind: a kind added to the union has no sample, and this file no longer compiles. */
export const everyBlock: { readonly [K in Block["kind"]]: Extract<Block, { readonly kind: K }> } = {
  contents: { kind: "contents", title: "Sommaire", depth: 2 },
  heading: { kind: "heading", level: 1, text: "Synergies", anchor: "synergies" },
  paragraph: {
    kind: "paragraph",
    content: [
      "Voir ",
      { kind: "link", text: "les synergies", to: "synergies" },
      ", ",
      { kind: "strong", text: "gras" },
      ", ",
      { kind: "em", text: "penché" },
      { kind: "footnote", text: "Une note de bas de page." },
      { kind: "break" },
      { kind: "web", text: "la base", url: "https://base-empreinte.ademe.fr" },
    ],
  },
  list: { kind: "list", ordered: true, items: ["Signer", "Peser"] },
  table: {
    kind: "table",
    caption: "Pistes",
    columns: [
      { header: "Synergie", kind: "text", width: 2 },
      { header: "Gain (€/an)", kind: "number", width: 1 },
    ],
    rows: [
      ["Marc de café", "12 400"],
      ["Chaleur", "inconnu"],
    ],
    total: ["Gains connus", "12 400"],
    notes: ["Source : déclarations."],
    empty: "Aucune piste.",
  },
  figure: { kind: "figure", svg: chart.svg, caption: "Gain par synergie", alt: chart.alt },
  "key-figures": {
    kind: "key-figures",
    items: [
      { value: "124 000", unit: "€/an", label: "gain net", interval: "de 98 000 à 151 000", stage: "potential" },
      { value: "inconnu", unit: null, label: "gain constaté", interval: null, stage: null },
    ],
  },
  callout: {
    kind: "callout",
    tone: "law",
    title: "Sortie du statut de déchet",
    blocks: [
      { kind: "paragraph", content: "À vérifier." },
      { kind: "list", ordered: false, items: ["article L. 541-4-3"] },
    ],
  },
  facts: { kind: "facts", items: [{ label: "Offre", content: "Marc de café, 30 t/an" }] },
  "page-break": { kind: "page-break" },
  landscape: { kind: "landscape", blocks: [{ kind: "paragraph", content: "Une page couchée." }] },
  "one-page": {
    kind: "one-page",
    blocks: [
      { kind: "paragraph", content: "Une fiche." },
      { kind: "facts", items: [{ label: "Besoin", content: "Engrais" }], spare: 1 },
    ],
  },
};

export const allBlocks: readonly Block[] = Object.values(everyBlock);

export const reportOf = (blocks: readonly Block[], changes: Partial<Report> = {}): Report => ({
  title: "Diagnostic de Casaperta (fictive)",
  subtitle: "Livrable 1",
  lang: "fr",
  date: "2026-11-23",
  author: "Communauté de communes de Casaperta (fictive)",
  confidentiality: "Confidentiel",
  footer: "Aide à la décision, pas un avis juridique.",
  numbered: true,
  blocks,
  ...changes,
});

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0b4a50"/></svg>';

/** Two logos, and a Word template that writes headings in its own colour. */
export function sampleBranding(): Branding {
  const bytes = strToU8(logo);
  const wordTemplate = zipSync({
    "[Content_Types].xml": strToU8("<Types>wordprocessingml.template.main</Types>"),
    "word/styles.xml": strToU8(
      '<w:styles><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:rPr><w:color w:val="AA0011"/></w:rPr></w:style></w:styles>',
    ),
  });
  const read = readBranding({
    logos: [
      { name: "Collectivité (fictive)", bytes },
      { name: "Office & Cie (fictif)", bytes },
    ],
    wordTemplate,
  });
  return read.ok ? read.value : bug(read.problem.message.en);
}

/** What someone may type in a cell: the syntax of every format that a document passes through. */
export const hostileWords: readonly string[] = [
  '#import "x": *',
  "$x^2$ @synergies <synergies> *gras* _it_ `code` // rien /* rien */",
  'C:\\temp\\"dossier"\\',
  "]] } #panic() #sys.inputs",
  "<w:t>&amp;</w:t> <script>alert(1)</script> ]]>",
  '=HYPERLINK("http://x","clic")',
  "+33 4 95 00 00 00",
  "-1+1",
  "@SUM(A1:A9)",
  "_x0041_ _x000D_",
  "ligne 1\nligne 2\r\nligne 3\tfin",
];
