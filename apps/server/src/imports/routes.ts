import { fail, ok, type Result } from "@simbiosi/domain";
import { type Correction, type Mapping, mappingChoices, refusedRowsCsv } from "@simbiosi/study";
import { type Selectable, sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, langAsked, uuid, workers } from "../http/fields.ts";
import { absent, type HttpProblem, refuse } from "../http/problems.ts";
import { fileRoute, route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { askRematch } from "../jobs/enqueue.ts";
import type { Services } from "../services.ts";
import { applyInventory, type Effect, fillTerritory, oneImportAtATime } from "./apply-inventory.ts";
import { planImport } from "./plan.ts";
import { type Preview, PreviewSchema, previewOf } from "./preview.ts";
import { type Format, formats, type Read, readBatch } from "./read-batch.ts";
import { rememberedMapping, rememberMapping } from "./remembered-mapping.ts";
import { type Kept, undoImport } from "./undo-import.ts";

const inImport = inTerritory.extend({ import: uuid });
const HeaderMapping = z.record(z.string().max(500), z.string().max(100).nullable());
const MappingSchema = z.object({ establishments: HeaderMapping.default({}), flows: HeaderMapping.default({}) });
const CorrectionSchema = z.object({
  sheet: z.string().max(300),
  row: z.number().int().positive(),
  column: z.string().max(1000),
  found: z.string().max(300).nullable(),
  value: z.string().max(5000),
});
const Counts = z.object({ establishments: z.number().int(), flows: z.number().int() });
const KeptSchema = z.object({
  object: z.enum(["establishment", "flow", "territory"]),
  id: uuid,
  name: z.string(),
  fr: z.string(),
  en: z.string(),
});
const Head = z.object({
  id: uuid,
  at: z.string(),
  who: z.string().nullable(),
  file_name: z.string(),
  format: z.enum(formats),
  status: z.enum(["previewed", "applied", "undone"]),
  applied_at: z.string().nullable(),
  undone_at: z.string().nullable(),
  /** What it would create and change, or did. */
  create: Counts,
  update: Counts,
  to_correct: z.number().int(),
  kept: z.array(KeptSchema),
  /** Whether its file was erased, at the demand of a company: it can be undone, and not read again. */
  forgotten: z.boolean(),
});
const Whole = Head.extend({
  preview: PreviewSchema,
  mapping: MappingSchema,
  corrections: z.array(CorrectionSchema),
  /** Reported rows beyond those of the preview: all are in the file to download. */
  more_refused: z.number().int(),
});
/** Reported rows that one screen is given; all are in the file to download. */
const refusedShown = 500;

type Row = Selectable<Tables["import_batch"]>;

export const importRoutes = [
  route({
    id: "imports.list",
    method: "GET",
    path: "/territories/:territory/imports",
    about: { fr: "Les imports du territoire : qui, quand, quoi", en: "The imports of the territory: who, when, what" },
    who: workers,
    params: inTerritory,
    answer: z.object({ imports: z.array(Head) }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("import_batch")
        .leftJoin("account", "account.id", "import_batch.account_id")
        .select(["import_batch.id", "at", "file_name", "format", "status", "applied_at", "undone_at", "kept"])
        .select("account.name as who")
        // What a line shows, without the rows of a large file.
        .select(sql<unknown>`preview - '{refused,changes,columns}'::text[]`.as("preview"))
        .select(sql<boolean>`file is null`.as("forgotten"))
        .where("territory_id", "=", params.territory)
        .orderBy("at", "desc")
        .orderBy("import_batch.id", "desc")
        .limit(200)
        .execute();
      return ok({ imports: rows.map((row) => headOf(row)) });
    },
  }),
  route({
    id: "imports.choices",
    method: "GET",
    path: "/territories/:territory/import-choices",
    about: { fr: "Ce qu'une colonne peut vouloir dire", en: "What a column may mean" },
    who: workers,
    params: inTerritory,
    answer: z.object(
      Object.fromEntries(
        (["establishments", "flows"] as const).map((table) => [
          table,
          z.array(z.object({ key: z.string(), fr: z.string(), en: z.string() })),
        ]),
      ) as Record<
        "establishments" | "flows",
        z.ZodArray<z.ZodObject<{ key: z.ZodString; fr: z.ZodString; en: z.ZodString }>>
      >,
    ),
    handle: async () => {
      const choices = mappingChoices();
      const of = (table: "establishments" | "flows") =>
        choices[table].map(({ key, name }) => ({ key, fr: name.fr, en: name.en }));
      return ok({ establishments: of("establishments"), flows: of("flows") });
    },
  }),
  route({
    id: "imports.preview",
    method: "POST",
    path: "/territories/:territory/imports",
    about: {
      fr: "Lire un fichier ou un texte collé, et dire ce que l'import ferait ; rien n'est encore écrit",
      en: "Read a file or pasted text, and tell what the import would do; nothing is written yet",
    },
    who: workers,
    rate: "heavy",
    params: inTerritory,
    takesFile: true,
    body: z.object({
      /** What was pasted, in place of a file. */
      text: z.string().optional(),
      format: z.enum(formats).default("inventory"),
    }),
    answer: Whole,
    status: 201,
    handle: async ({ tx, params, body, file, actor, services }) => {
      const pasted = body.text === undefined ? null : { name: "collage.csv", bytes: Buffer.from(body.text) };
      const given = file ?? pasted;
      if (given === null)
        return refuse(
          422,
          "IMPORT_NOTHING",
          "Aucun fichier n'est arrivé : choisissez un fichier, ou collez un tableau.",
          "No file arrived: choose a file, or paste a table.",
        );
      const { source } = services;
      const id = newId(source);
      const row = {
        territory_id: params.territory,
        id,
        at: source.now(),
        account_id: actor.account ?? null,
        file_name: given.name.slice(0, 200),
        file: Buffer.from(given.bytes),
        format: body.format,
        mapping: await rememberedMapping(tx, params.territory),
        corrections: [] as readonly Correction[],
      };
      const read = await previewBatch(tx, services, params.territory, row);
      if (!read.ok) return read;
      const { corrections: _, mapping, ...columns } = row;
      await tx
        .insertInto("import_batch")
        .values({
          ...columns,
          status: "previewed",
          mapping: JSON.stringify(ofFile(mapping, read.value.preview)),
          preview: JSON.stringify(read.value.preview),
        })
        .execute();
      await tell(tx, { territory: params.territory, about: "imports", id });
      return whole(tx, params.territory, id);
    },
  }),
  route({
    id: "imports.read",
    method: "GET",
    path: "/territories/:territory/imports/:import",
    about: {
      fr: "Un import : ce qu'il ferait ou a fait, et ce qui n'est pas compris",
      en: "An import: what it would do or did, and what is not understood",
    },
    who: workers,
    params: inImport,
    answer: Whole,
    handle: ({ tx, params }) => whole(tx, params.territory, params.import),
  }),
  route({
    id: "imports.correct",
    method: "POST",
    path: "/territories/:territory/imports/:import/corrections",
    about: {
      fr: "Dire ce que des colonnes veulent dire, corriger des cellules, et relire",
      en: "Say what columns mean, correct cells, and read again",
    },
    who: workers,
    rate: "write",
    params: inImport,
    body: z.object({
      mapping: MappingSchema.optional(),
      /** Added to those made before, in order. */
      corrections: z.array(CorrectionSchema).max(5000).default([]),
    }),
    answer: Whole,
    handle: async ({ tx, params, body, services }) => {
      const row = await rowOf(tx, params.territory, params.import);
      if (row === undefined) return absent;
      if (row.status === "applied") return alreadyApplied;
      const before = (row.mapping ?? {}) as Mapping;
      const mapping: Mapping = {
        establishments: { ...before.establishments, ...body.mapping?.establishments },
        flows: { ...before.flows, ...body.mapping?.flows },
      };
      const corrections = [...(row.corrections as readonly Correction[]), ...body.corrections];
      const read = await previewBatch(tx, services, params.territory, { ...row, mapping, corrections });
      if (!read.ok) return read;
      await tx
        .updateTable("import_batch")
        .set({
          mapping: JSON.stringify(mapping),
          corrections: JSON.stringify(corrections),
          preview: JSON.stringify(read.value.preview),
        })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.import)
        .execute();
      await tell(tx, { territory: params.territory, about: "imports", id: params.import });
      return whole(tx, params.territory, params.import);
    },
  }),
  fileRoute({
    id: "imports.refused",
    method: "GET",
    path: "/territories/:territory/imports/:import/refused",
    about: { fr: "Les lignes non comprises, en CSV", en: "The rows that were not understood, as CSV" },
    who: workers,
    params: inImport,
    query: langAsked,
    handle: async ({ tx, params, query }) => {
      const row = await rowOf(tx, params.territory, params.import);
      if (row === undefined) return absent;
      const bytes = Buffer.from(refusedRowsCsv(previewIn(row.preview).refused, query.lang));
      const base = row.file_name.replace(/\.\w{2,4}$/, "");
      return ok({
        name: `${base}-${query.lang === "fr" ? "a-corriger" : "to-correct"}.csv`,
        mediaType: "text/csv",
        bytes,
      });
    },
  }),
  route({
    id: "imports.apply",
    method: "POST",
    path: "/territories/:territory/imports/:import/apply",
    about: {
      fr: "Appliquer l'import, ou le refaire après l'avoir annulé",
      en: "Apply the import, or do it again after it was undone",
    },
    who: workers,
    rate: "heavy",
    params: inImport,
    answer: Whole,
    handle: async ({ tx, params: { territory, import: id }, actor, services }) => {
      await oneImportAtATime(tx, territory);
      const row = await rowOf(tx, territory, id);
      if (row === undefined) return absent;
      if (row.status === "applied") return alreadyApplied;
      const read = await readRow(tx, territory, row);
      if (!read.ok) return read;
      const { source } = services;
      const from = sourceOf(row);
      // What somebody changed before it was undone is theirs: doing it again leaves it too.
      const kept = row.kept as readonly Kept[];
      const leave = new Set(kept.map((one) => one.id));
      const filled =
        actor.role === "facilitator"
          ? await fillTerritory(tx, source, actor, territory, read.value.inventory, from)
          : null;
      const applied = await applyInventory(tx, source, actor, territory, read.value.inventory, from, leave);
      const effects = [...(row.effects as readonly Effect[]), ...(filled === null ? [] : [filled]), ...applied.effects];
      const { created, updated, unchanged } = applied;
      const preview: Preview = { ...previewIn(row.preview), create: created, update: updated, unchanged };
      await tx
        .updateTable("import_batch")
        .set({
          status: "applied",
          applied_at: source.now(),
          effects: JSON.stringify(effects),
          kept: "[]",
          preview: JSON.stringify(preview),
        })
        .where("territory_id", "=", territory)
        .where("id", "=", id)
        .execute();
      await rememberMapping(tx, territory, (row.mapping ?? {}) as Mapping, {
        account: actor.account ?? null,
        at: source.now(),
      });
      await changed(tx, territory, id);
      return whole(tx, territory, id);
    },
  }),
  route({
    id: "imports.undo",
    method: "POST",
    path: "/territories/:territory/imports/:import/undo",
    about: {
      fr: "Annuler tout l'import ; ce que quelqu'un a modifié depuis est laissé et dit",
      en: "Undo the whole import; what somebody changed since is left and told",
    },
    who: workers,
    params: inImport,
    answer: z.object({ removed: Counts, restored: Counts, kept: z.array(KeptSchema) }),
    handle: async ({ tx, params: { territory, import: id }, actor, services: { source } }) => {
      await oneImportAtATime(tx, territory);
      const row = await rowOf(tx, territory, id);
      if (row === undefined) return absent;
      if (row.status !== "applied")
        return refuse(
          409,
          "IMPORT_NOT_APPLIED",
          "Cet import n'est pas appliqué : il n'y a rien à annuler.",
          "This import is not applied: there is nothing to undo.",
        );
      const undone = await undoImport(tx, source, actor, territory, row.effects as readonly Effect[], sourceOf(row));
      await tx
        .updateTable("import_batch")
        .set({
          status: "undone",
          undone_at: source.now(),
          effects: JSON.stringify(undone.effects),
          kept: JSON.stringify(undone.kept),
        })
        .where("territory_id", "=", territory)
        .where("id", "=", id)
        .execute();
      await changed(tx, territory, id);
      const { removed, restored, kept } = undone;
      return ok({ removed, restored, kept: [...kept] });
    },
  }),
];

const alreadyApplied = refuse(
  409,
  "IMPORT_APPLIED",
  "Cet import est déjà appliqué. Annulez-le d'abord pour le corriger et le refaire.",
  "This import is already applied. Undo it first to correct it and do it again.",
);

const sourceOf = ({ file_name }: Pick<Row, "file_name">): string => `import ${file_name}`;

const rowOf = (tx: Tx, territory: string, id: string): Promise<Row | undefined> =>
  tx
    .selectFrom("import_batch")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("id", "=", id)
    .executeTakeFirst();

type Readable = {
  readonly file_name: string;
  readonly file: Buffer | null;
  readonly format: Format;
  readonly mapping: unknown;
  readonly corrections: unknown;
};

const forgotten = refuse(
  409,
  "IMPORT_FORGOTTEN",
  "Le fichier de cet import a été effacé à la demande d'une entreprise. Retirez-la de votre fichier, puis importez-le de nouveau.",
  "The file of this import was erased at the demand of a company. Take it out of your file, then import it again.",
);

const readRow = async (tx: Tx, territory: string, row: Readable): Promise<Result<Read, HttpProblem>> =>
  row.file === null
    ? forgotten
    : readBatch(tx, territory, {
        name: row.file_name,
        bytes: new Uint8Array(row.file),
        format: row.format,
        mapping: (row.mapping ?? {}) as Mapping,
        corrections: row.corrections as readonly Correction[],
      });

async function previewBatch(
  tx: Tx,
  { source }: Services,
  territory: string,
  row: Readable,
): Promise<Result<{ readonly preview: Preview }, HttpProblem>> {
  const read = await readRow(tx, territory, row);
  if (!read.ok) return fail(read.problem);
  const plan = await planImport(tx, source, territory, read.value.inventory);
  // A JSON file and an official one have no cells that a person could be shown.
  const canCorrect = row.format === "inventory" && read.value.columns.length > 0;
  return ok({ preview: previewOf(read.value, plan, canCorrect) });
}

/** Of what was remembered, the part that this file has headers for. */
function ofFile(mapping: Mapping, { columns }: Preview): Mapping {
  const of = (table: "establishments" | "flows") =>
    Object.fromEntries(
      Object.entries(mapping[table] ?? {}).filter(([header]) =>
        columns.some((column) => column.table === table && column.header === header),
      ),
    );
  return { establishments: of("establishments"), flows: of("flows") };
}

async function changed(tx: Tx, territory: string, id: string): Promise<void> {
  await askRematch(tx, territory);
  for (const about of ["imports", "establishments", "flows"] as const) await tell(tx, { territory, about, id });
}

const none = { establishments: 0, flows: 0 };
const nothingRead: Preview = {
  read: none,
  create: none,
  update: none,
  unchanged: 0,
  changes: [],
  more_changes: 0,
  to_correct: 0,
  refused: [],
  notes: [],
  columns: [],
};
const previewIn = (kept: unknown): Preview => (kept === null ? nothingRead : (kept as Preview));

type HeadRow = Pick<
  Row,
  "id" | "at" | "file_name" | "format" | "status" | "applied_at" | "undone_at" | "kept" | "preview"
>;

function headOf(row: HeadRow & { readonly who: string | null; readonly forgotten: boolean }) {
  const { create, update, to_correct } = previewIn(row.preview);
  return {
    id: row.id,
    at: row.at.toISOString(),
    who: row.who,
    file_name: row.file_name,
    format: row.format,
    status: row.status,
    applied_at: row.applied_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
    create,
    update,
    to_correct,
    kept: row.kept as Kept[],
    forgotten: row.forgotten,
  };
}

async function whole(tx: Tx, territory: string, id: string): Promise<Result<z.input<typeof Whole>, HttpProblem>> {
  const row = await tx
    .selectFrom("import_batch")
    .leftJoin("account", "account.id", "import_batch.account_id")
    .selectAll("import_batch")
    .select("account.name as who")
    .where("territory_id", "=", territory)
    .where("import_batch.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return absent;
  const preview = previewIn(row.preview);
  return ok({
    ...headOf({ ...row, forgotten: row.file === null }),
    preview: { ...preview, refused: preview.refused.slice(0, refusedShown) },
    mapping: (row.mapping ?? {}) as z.input<typeof MappingSchema>,
    corrections: row.corrections as Correction[],
    more_refused: Math.max(0, preview.refused.length - refusedShown),
  });
}
