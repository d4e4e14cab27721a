import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fail, ok, type Problem, problem, type Result, text } from "@simbiosi/domain";

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };
export type Input = InputFile | { readonly name: string; readonly folder: readonly InputFile[] };

/** More than any inventory may hold: a film given by mistake is not brought into memory to be refused. */
const MOST_BYTES = 320 * 1024 * 1024;

const unreadable = (path: string, code: string): Problem =>
  problem(
    code,
    {
      FILE_NOT_FOUND: text("« {path} » n'existe pas : vérifiez le chemin.", `"{path}" does not exist: check the path.`),
      FILE_TOO_LARGE: text(
        "« {path} » est trop gros pour un inventaire : partagez-le en plusieurs fichiers.",
        '"{path}" is too large for an inventory: split it into several files.',
      ),
      FILE_UNREADABLE: text(
        "« {path} » ne peut pas être lu : vérifiez les droits.",
        `"{path}" cannot be read: check its permissions.`,
      ),
    }[code] ?? text("« {path} » ne peut pas être lu.", `"{path}" cannot be read.`),
    { path },
  );

async function standardInput(): Promise<Result<Input>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) return fail(unreadable("-", "FILE_TOO_LARGE"));
    chunks.push(bytes);
  }
  return ok({ name: "-.json", bytes: Buffer.concat(chunks) });
}

const table = /\.(csv|tsv|txt)$/i;

/** The tables of a folder with their bytes, and its other files without: they are told, not read. */
async function folder(path: string): Promise<Result<Input>> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .flatMap((entry) => (entry.isDirectory() || entry.name.startsWith(".") ? [] : [entry.name]))
    .sort();
  const tables = names.filter((name) => table.test(name));
  const sizes = await Promise.all(tables.map(async (name) => (await stat(join(path, name))).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) return fail(unreadable(path, "FILE_TOO_LARGE"));
  const files = names.map(async (name) => ({
    name,
    bytes: table.test(name) ? await readFile(join(path, name)) : Uint8Array.of(0),
  }));
  return ok({ name: basename(resolve(path)), folder: await Promise.all(files) });
}

/** What the path names: a file, the CSV files of a folder, or standard input for `-`. */
export async function readInput(path: string): Promise<Result<Input>> {
  try {
    if (path === "-") return await standardInput();
    const found = await stat(path);
    if (found.isDirectory()) return await folder(path);
    if (found.size > MOST_BYTES) return fail(unreadable(path, "FILE_TOO_LARGE"));
    return ok({ name: basename(path), bytes: await readFile(path) });
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail(unreadable(path, missing ? "FILE_NOT_FOUND" : "FILE_UNREADABLE"));
  }
}

/** A file beside the inventory: a mapping, distances, an official export. */
export async function readOneFile(path: string): Promise<Result<InputFile>> {
  const input = await readInput(path);
  if (!input.ok) return input;
  return "folder" in input.value ? fail(unreadable(path, "FILE_UNREADABLE")) : ok(input.value);
}
