import {
  type DisclosedAction,
  type DisclosedTable,
  type DisclosedTotal,
  type Disclosure,
  type Figure,
  figureValue,
  formatNumber,
  type OutsideAudience,
  type Text,
  unitWords,
} from "@simbiosi/domain";
import type { Block, Table } from "../blocks/block.ts";
import { barrierWords, type Speech } from "../speech/speech.ts";

/** On every page of what leaves the facilitator's hands: for whom it was made, and that it hides something. */
export const versionStamp: Readonly<Record<OutsideAudience, Text>> = {
  funder: {
    fr: "Version financeur – secret des affaires respecté, ne pas rediffuser",
    en: "Funder's version – business secrets kept, not to be passed on",
  },
  public: {
    fr: "Version publique – aucune donnée d'entreprise",
    en: "Public version – no company's data",
  },
};

const masked: Text = { fr: "masqué", en: "withheld" };

/** A figure of a redacted lead: unknown to this reader is not unknown to the territory. */
export const shownFigure = (figure: Figure, { lang, tell }: Speech): string =>
  figure.state === "known" ? figureValue(figure, lang) : tell(masked);

const significant = (value: number): string | number => Number(value.toPrecision(3));

export const shownCell = (cell: number | null, { lang, tell }: Speech): string =>
  cell === null ? tell(masked) : cell === 0 ? "–" : formatNumber(Number(significant(cell)), lang);

export const totalWords = ({ told, unit }: DisclosedTotal, { lang, say, tell }: Speech): string => {
  if (told === null) return tell(masked);
  const words = (value: number): string => formatNumber(value, lang);
  const [value, low, high] = [told.value, told.low, told.high].map(words);
  const of = unitWords(unit, lang, told.value);
  return say(`${value} ${of} (de ${low} à ${high})`, `${value} ${of} (${low} to ${high})`);
};

/** What this version shows, what it hides, and why. */
export function aboutThisVersion({ audience, counts }: Disclosure, { say, lang }: Speech): readonly Block[] {
  const share = Math.round(counts.rule.share * 100);
  const rule = say(
    `Un chiffre n'est donné que si ${counts.rule.units} entreprises au moins le composent et si aucune n'en fait plus de ${share} % ; d'autres chiffres sont masqués pour que ceux-là ne se retrouvent pas par soustraction.`,
    `A number is given only when at least ${counts.rule.units} companies make it up and none makes more than ${share}% of it; other numbers are hidden so that those cannot be found again by subtraction.`,
  );
  const items =
    audience === "funder"
      ? [
          say(
            "Une entreprise est nommée, et ses quantités et gains montrés, seulement là où son accord est enregistré ; sinon un secteur et un numéro la remplacent.",
            "A company is named, and its quantities and gains shown, only where its consent is recorded; otherwise a trade and a number stand for it.",
          ),
          say(
            `Accords enregistrés : le nom pour ${counts.namesTold} flux sur ${counts.flows}, la quantité pour ${counts.quantitiesTold}.`,
            `Consents recorded: the name for ${counts.namesTold} of ${counts.flows} flows, the quantity for ${counts.quantitiesTold}.`,
          ),
          say(
            "Un chiffre de piste n'est montré que si toutes ses parties ont accepté : celui de l'une se déduirait de celui de l'autre. Prix, fournisseurs et contrats ne sont jamais montrés.",
            "A figure of a lead is shown only when all its parties have agreed: one's could be worked out from the other's. Prices, suppliers and contracts are never shown.",
          ),
          say(
            "L'ordre des pistes suit le plan puis la facilité, non le gain. « Masqué » ne veut dire ni inconnu ni zéro.",
            'Leads are in the order of the plan, then of ease, not of gain. "Withheld" means neither unknown nor zero.',
          ),
          rule,
        ]
      : [
          say(
            "Ne sont publiés que des résultats réalisés, validés, et dont les entreprises acceptent la publication.",
            "Only results that are realised, validated, and that companies agree to publish are made public.",
          ),
          rule,
        ];
  return [
    {
      kind: "callout",
      tone: "info",
      title: lang === "fr" ? "Ce que cette version montre" : "What this version shows",
      blocks: [{ kind: "list", ordered: false, items }],
    },
  ];
}

/** What companies offer and look for, cells withheld where they must be; tables of which only the total is left share one. */
export function aggregateTables({ tables }: Disclosure, speech: Speech): readonly Table[] {
  const { say, tell } = speech;
  const alone = tables.filter(isTotalOnly);
  const broken = tables.filter((table) => !isTotalOnly(table));
  return [
    ...broken.map(
      (table): Table => ({
        kind: "table",
        caption: captionOf(table, speech),
        columns: [
          { header: say("Nature", "Kind"), kind: "text", width: 2.6 },
          ...table.columns.map((name) => ({ header: tell(name), kind: "number" as const, width: 1.4 })),
        ],
        rows: table.cells
          .slice(0, -1)
          .map((line, r) => [rowName(table, r, speech), ...line.map((cell) => shownCell(cell, speech))]),
        total: [say("Total", "Total"), ...(table.cells.at(-1) ?? []).map((cell) => shownCell(cell, speech))],
        empty: "–",
      }),
    ),
    ...(alone.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: say(
              "Ce dont seul le total peut être donné (déclaré)",
              "What only the total may be given of (declared)",
            ),
            columns: [
              { header: say("Flux", "Flows"), kind: "text" as const, width: 4 },
              { header: say("Unité", "Unit"), kind: "text" as const, width: 1.4 },
              { header: say("Total", "Total"), kind: "number" as const, width: 2 },
            ],
            rows: alone.map(({ title, unit, cells }) => [
              tell(title),
              unitWords(unit, speech.lang, 2),
              shownCell(cells[0]?.[0] ?? null, speech),
            ]),
            empty: "–",
          },
        ]),
  ];
}

const isTotalOnly = ({ rows, columns }: DisclosedTable): boolean => rows.length === 1 && columns.length === 1;

export const rowName = ({ rows }: DisclosedTable, r: number, { tell }: Speech): string => {
  const name = rows[r];
  return name === undefined ? "" : tell(name);
};

export const actionTitle = ({ title, barrier }: DisclosedAction, { tell, say }: Speech): string =>
  barrier === null
    ? tell(title)
    : `${tell(title)} (${say("nature", "kind")}${say(" : ", ": ")}${tell(barrierWords[barrier])})`;

export const captionOf = ({ title, unit }: DisclosedTable, { lang, tell, say }: Speech): string =>
  `${tell(title)} (${unitWords(unit, lang, 2)}, ${say("déclaré", "declared")})`;
