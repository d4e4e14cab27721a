import { formulaOf, quantityMeanings } from "@simbiosi/domain";

/**
 * The pages of docs/method: what is computed, and every factor, rule, pool and duty it is computed with, in both
 * languages, from the reference itself.
 * @typedef {import("@simbiosi/domain").Reference} Reference
 * @typedef {import("@simbiosi/domain").SourcedNumber} SourcedNumber
 * @typedef {import("@simbiosi/domain").Factor} Factor
 * @typedef {import("@simbiosi/domain").Figure} Figure
 * @typedef {import("@simbiosi/domain").Text} Text
 * @typedef {"fr" | "en"} Lang
 * @typedef {(fr: string, en: string) => string} Say
 * @typedef {{ reference: Reference, lang: Lang, say: Say, tell: (text: Text) => string }} Page
 */

/** The day the worked examples are evaluated on; any day does, since only their formulas are shown. */
const day = "2026-11-23";

/** @returns {Promise<Map<string, string>>} path from the root → page */
export async function methodFiles() {
  const study = await import("@simbiosi/study");
  const { casaperta } = await import("@simbiosi/fixtures");
  const reference = study.loadReference();
  const { synergies } = study.detectSynergies(study.understand(reference, casaperta, day), 10);
  const examples = ["substitution", "transformation", "mutualisation", "sharing"].flatMap((kind) => {
    const found = synergies.find((synergy) => synergy.kind === kind);
    return found === undefined ? [] : [found];
  });
  const pages = new Map();
  for (const lang of /** @type {const} */ (["fr", "en"])) {
    /** @type {Page} */
    const page = {
      reference,
      lang,
      say: (fr, en) => (lang === "fr" ? fr : en),
      tell: (text) => text[lang],
    };
    /** @type {[string, string, string][]} file, title, body */
    const made = [
      ["assessment", page.say("Comment un gain est calculé", "How a gain is worked out"), assessment(page, examples)],
      ["purchase-prices", page.say("Prix d'achat", "Purchase prices"), factors(page, ["purchase-price"])],
      ["removal-costs", page.say("Coûts d'enlèvement", "Costs of removal"), factors(page, ["removal-cost"])],
      ["emissions", page.say("Émissions", "Emissions"), factors(page, ["outlet-co2e", "supply-co2e"])],
      [
        "transport-and-physics",
        page.say("Transport, masses volumiques, pouvoirs calorifiques", "Transport, densities, heating values"),
        factors(page, ["transport-cost", "transport-co2e", "density", "heating-value"]),
      ],
      ["parameters", page.say("Paramètres et valeurs datées", "Parameters and dated values"), parameters(page)],
      ["law", page.say("Règles de droit", "Rules of law"), law(page)],
      ["obligations", page.say("Obligations des entreprises", "Duties of companies"), obligations(page)],
      ["pools", page.say("Mutualisations", "Pools"), pools(page)],
      ["reductions", page.say("Actions de réduction", "Reduction actions"), reductions(page)],
      ["sources", page.say("Sources", "Sources"), sources(page)],
    ];
    const intro = page.say(
      "Page écrite à partir des données de référence par `npm run generate` : ne la corrigez pas ici, corrigez la donnée.",
      "This page is written from the reference data by `npm run generate`: do not correct it here, correct the datum.",
    );
    for (const [file, title, body] of made)
      pages.set(`docs/method/${lang}/${file}.md`, `# ${title}\n\n${intro}\n\n${body.trimEnd()}\n`);
    const list = made.map(([file, title]) => `- [${title}](${file}.md)`).join("\n");
    const title = page.say("Méthode", "Method");
    pages.set(`docs/method/${lang}/README.md`, `# ${title}\n\n${intro}\n\n${list}\n`);
  }
  return pages;
}

/** @param {string} words */
const cell = (words) => words.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

/** @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows */
const table = (heads, rows) =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** @param {Page} page @param {SourcedNumber | null} number */
function amount({ lang, say }, number) {
  if (number === null) return "";
  /** @param {number} value */
  const plain = (value) => value.toLocaleString(lang === "fr" ? "fr-FR" : "en-GB", { maximumSignificantDigits: 6 });
  const { value, low, high, unit } = number;
  const range = low === high ? "" : say(` (${plain(low)} à ${plain(high)})`, ` (${plain(low)} to ${plain(high)})`);
  return `${plain(value)}${range} ${unit === "1" ? "" : unit}`;
}

/** @param {Page} page @param {string} id */
const source = ({ say }, id) => (id === "team-estimate" ? say("estimation de l'équipe", "team estimate") : id);

/** @param {string | null} from @param {string | null} to @param {Page} page */
const dates = (from, to, { say }) =>
  [from === null ? "" : say(`du ${from}`, `from ${from}`), to === null ? "" : say(`au ${to}`, `to ${to}`)]
    .filter((part) => part !== "")
    .join(" ");

/**
 * One lead of each kind, opened: formulas and units, without the values of the example.
 * @param {Page} page @param {readonly import("@simbiosi/domain").Synergy[]} examples
 */
function assessment(page, examples) {
  const { say, tell } = page;
  const intro = say(
    "Un gain est la somme de postes, chacun un écart avec ce qui se passe sans la synergie : ce qui s'évite est ajouté, ce qui se paie en plus est retranché. Chaque poste est un taux par unité, par unité et par kilomètre, par kilomètre, ou fixe. Voici une piste de chaque genre, prise dans un territoire inventé, ouverte jusqu'à ses entrées.",
    "A gain is a sum of items, each a difference with what happens without the synergy: what is avoided is added, what is paid besides is taken off. Each item is a rate per unit, per unit and kilometre, per kilometre, or fixed. Here is a lead of each kind, from an invented territory, opened down to its inputs.",
  );
  /** @type {(figure: Figure, depth: number) => readonly string[]} */
  const opened = (figure, depth) => {
    const formula = formulaOf(figure);
    const origin =
      figure.source === null || figure.source.startsWith("declared:") ? "" : `, ${source(page, figure.source)}`;
    const words = formula === null ? `${figure.unit}${origin}` : `${figure.unit} = ${tell(formula)}`;
    return [
      `${"  ".repeat(depth)}- ${cell(tell(figure.label))} (${cell(words)})`,
      ...(depth > 2 ? [] : figure.inputs.flatMap((input) => opened(input, depth + 1))),
    ];
  };
  const sections = examples.map(
    ({ kind, title, gain, co2e }) =>
      `## ${kind} : ${cell(tell(title))}\n\n${[...opened(gain, 0), ...opened(co2e, 0)].join("\n")}`,
  );
  return [intro, ...sections].join("\n\n");
}

/** @param {Page} page @param {readonly import("@simbiosi/domain").FactorQuantity[]} quantities */
function factors(page, quantities) {
  const { reference, say, tell } = page;
  const heads = [
    say("Classe", "Class"),
    say("Donnée", "Datum"),
    say("Exutoire, territoire", "Outlet, territory"),
    say("Valeur (de … à …)", "Value (from … to …)"),
    say("Source", "Source"),
    say("Année", "Year"),
  ];
  /** @param {Factor} factor */
  const row = ({ resource, label, route, context, number, valid_from, valid_to }) => [
    resource ?? "–",
    tell(label),
    [route ?? "", context ?? "", dates(valid_from, valid_to, page)].filter((part) => part !== "").join(", "),
    amount(page, number),
    source(page, number.source),
    String(number.year ?? ""),
  ];
  return quantities
    .map((quantity) => {
      const rows = reference.factors.filter((factor) => factor.quantity === quantity);
      const families = [...new Set(rows.map(({ resource }) => resource?.split(".")[0] ?? "–"))].sort();
      const parts = families.map((family) => {
        const own = rows.filter(({ resource }) => (resource?.split(".")[0] ?? "–") === family);
        return `${families.length > 1 ? `### ${family}\n\n` : ""}${table(heads, own.map(row))}`;
      });
      return `## ${tell(quantityMeanings[quantity].name)}\n\n${parts.join("\n\n")}`;
    })
    .join("\n\n");
}

/** @param {Page} page */
function parameters(page) {
  const { reference, say, tell } = page;
  const heads = [say("Nom", "Name"), say("Donnée", "Datum"), say("Valeur", "Value"), say("Source", "Source")];
  return [
    `## ${say("Paramètres", "Parameters")}`,
    table(
      heads,
      reference.parameters.map(({ id, label, number }) => [
        id,
        tell(label),
        amount(page, number),
        source(page, number.source),
      ]),
    ),
    `## ${say("Valeurs datées", "Dated values")}`,
    table(
      [...heads, say("Quand, où, hypothèse", "When, where, scenario")],
      reference.values.map(({ id, label, number, context, scenario, valid_from, valid_to }) => [
        id,
        tell(label),
        amount(page, number),
        source(page, number.source),
        [dates(valid_from, valid_to, page), context ?? "", scenario ?? ""].filter((part) => part !== "").join(", "),
      ]),
    ),
  ].join("\n\n");
}

/** @param {Page} page */
function law(page) {
  const { reference, say, tell } = page;
  const advice = say("Aide à la décision, pas un avis juridique.", "Decision support, not legal advice.");
  const heads = [
    say("Règle", "Rule"),
    say("Ce qu'elle dit", "What it says"),
    say("Texte", "Text"),
    say("Vigueur, lu le", "In force, read on"),
    say("Oui / non / inconnu", "Yes / no / unknown"),
    say("Confiance", "Confidence"),
  ];
  const rows = reference.rules.map((rule) => [
    rule.id,
    `${tell(rule.title)} : ${tell(rule.sentence)}`,
    rule.basis,
    [dates(rule.valid_from, rule.valid_to, page), rule.checked_on].filter((part) => part !== "").join(" ; "),
    `${rule.outcome.yes} / ${rule.outcome.no} / ${rule.outcome.unknown}`,
    rule.confidence,
  ]);
  return `${advice}\n\n${table(heads, rows)}`;
}

/** @param {Page} page */
function obligations(page) {
  const { reference, say, tell } = page;
  const heads = [
    say("Obligation", "Duty"),
    say("Ce qui est dû", "What is owed"),
    say("Texte", "Text"),
    say("Échéances", "Dates"),
    say("Confiance", "Confidence"),
  ];
  const rows = reference.obligations.map((row) => [
    row.id,
    `${tell(row.title)} : ${tell(row.sentence)}`,
    row.basis,
    [
      dates(row.valid_from, row.valid_to, page),
      ...row.milestones.map(({ on, what }) => `${on} : ${tell(what)}`),
      row.each_year_on === null ? "" : say(`chaque année le ${row.each_year_on}`, `each year on ${row.each_year_on}`),
      row.every_months === null ? "" : say(`tous les ${row.every_months} mois`, `every ${row.every_months} months`),
    ]
      .filter((part) => part !== "")
      .join(" ; "),
    row.confidence,
  ]);
  return table(heads, rows);
}

/** @param {Page} page */
function pools(page) {
  const { reference, say, tell } = page;
  const heads = [
    say("Mutualisation", "Pool"),
    say("Classes demandées", "Classes asked for"),
    say("Seuil", "Threshold"),
    say("Membres, rayon", "Members, radius"),
    say("Part du coût épargnée", "Share of the cost saved"),
    say("Source", "Source"),
  ];
  const rows = reference.pools.map((row) => [
    tell(row.name),
    row.needs.join(", "),
    amount(page, row.threshold),
    `${row.min_members}, ${row.radius_km} km`,
    amount(page, row.saving),
    source(page, row.source),
  ]);
  return table(heads, rows);
}

/** @param {Page} page */
function reductions(page) {
  const { reference, say, tell } = page;
  const heads = [
    say("Action", "Action"),
    say("Flux", "Flow"),
    say("Part évitée", "Share avoided"),
    say("Investissement", "Investment"),
    say("Source", "Source"),
  ];
  const rows = reference.reductions.map((row) => [
    tell(row.title),
    row.target,
    amount(page, row.saving),
    amount(page, row.investment),
    source(page, row.saving.source),
  ]);
  return table(heads, rows);
}

/** @param {Page} page */
function sources({ reference, say }) {
  const heads = [
    say("Nom", "Name"),
    say("Titre", "Title"),
    say("Genre", "Kind"),
    say("Adresse", "Address"),
    say("Lu le", "Read on"),
  ];
  return table(
    heads,
    reference.sources.map(({ id, title, kind, url, checked_on }) => [id, title, kind, url ?? "", checked_on]),
  );
}
