import { type Lang, ok, shownContacts, type TableCell, type Text, text } from "@simbiosi/domain";
import type { ExportColumn } from "@simbiosi/study";
import { bookOf } from "../contacts/routes.ts";
import { workers } from "../http/fields.ts";
import { dayOf } from "../ids/new-id.ts";
import { filters, listExport } from "./list-export.ts";

type Book = Awaited<ReturnType<typeof bookOf>>;
type Company = Book["companies"][number];
type Person = Book["contacts"][number];
type Column = {
  readonly header: Text;
  readonly width: number;
  readonly kind?: ExportColumn["kind"];
  readonly value: (company: Company, person: Person | undefined, lang: Lang) => TableCell;
};

const states: Readonly<Record<Company["charter"]["state"], Text>> = {
  "not-sent": text("pas envoyé", "not sent"),
  sent: text("envoyé", "sent"),
  signed: text("signé", "signed"),
};
const paper = (of: "charter" | "confidentiality", name: Text): readonly Column[] => [
  { header: name, width: 16, value: (company, _, lang) => states[company[of].state][lang] },
  {
    header: text(`${name.fr}, le`, `${name.en}, on`),
    width: 12,
    kind: "date",
    value: ({ [of]: { signed_on, sent_on } }) => signed_on ?? sent_on,
  },
];
const columns: readonly Column[] = [
  { header: text("Entreprise", "Company"), width: 30, value: ({ name }) => name },
  { header: text("Nom", "Name"), width: 26, value: (_, person) => person?.name ?? null },
  { header: text("Fonction", "Position"), width: 22, value: (_, person) => person?.position ?? null },
  { header: text("Adresse électronique", "E-mail"), width: 30, value: (_, person) => person?.email ?? null },
  { header: text("Téléphone", "Phone"), width: 18, value: (_, person) => person?.phone ?? null },
  {
    header: text("Ne plus solliciter", "Do not contact"),
    width: 12,
    value: (_, person, lang) => (person?.opted_out === true ? { fr: "oui", en: "yes" }[lang] : null),
  },
  { header: text("Note", "Note"), width: 40, value: (_, person) => person?.note ?? null },
  {
    header: text("Dernier contact", "Last contact"),
    width: 13,
    kind: "date",
    value: ({ last_contact }) => last_contact,
  },
  ...paper("charter", text("Charte d'engagement", "Charter of commitment")),
  ...paper("confidentiality", text("Accord de confidentialité", "Confidentiality agreement")),
];

export const contactsExport = listExport({
  list: "contacts",
  name: text("contacts", "contacts"),
  about: {
    fr: "Le carnet filtré : une ligne par personne, avec l'état de la charte de son entreprise, en CSV ou classeur",
    en: "The book of contacts filtered: one row a person, with the state of its company's charter, as CSV or workbook",
  },
  who: workers,
  formats: ["csv", "xlsx"],
  filters: filters("q", "quiet", "charter"),
  rows: async ({ tx, params, query, services: { source } }, lang) => {
    const { companies, contacts } = await bookOf(tx, params.territory);
    const people = new Map<string, Person[]>();
    for (const one of contacts) people.set(one.establishment, [...(people.get(one.establishment) ?? []), one]);
    const rows = shownContacts(companies, contacts, query, dayOf(source.now())).flatMap((company) =>
      // A company where nobody is known yet is a row too.
      (people.get(company.establishment) ?? [undefined]).map((person) =>
        columns.map(({ value }) => value(company, person, lang)),
      ),
    );
    return ok({
      table: {
        title: text("Contacts", "Contacts")[lang],
        columns: columns.map(({ header, width, kind = "text" }) => ({
          id: header.en,
          header: header[lang],
          width,
          kind,
        })),
        rows,
      },
    });
  },
});
