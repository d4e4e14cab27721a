import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fail, ok, type Problem, problem, type Result, text } from "@simbiosi/domain";

export type InputFile = { readonly name: string; readonly bytes: Uint8Array };
export type Input = InputFile | { readonly folder: readonly InputFile[] };

const unreadable = (path: string, code: string): Problem =>
  problem(
    code,
    {
      FILE_NOT_FOUND: text("« {path} » n'existe pas : vérifiez le chemin.", `"{path}" does not exist: check the path.`),
      FILE_UNREADABLE: text(
        "« {path} » ne peut pas être lu : vérifiez les droits.",
        `"{path}" cannot be read: check its permissions.`,
      ),
    }[code] ?? text("« {path} » ne peut pas être lu.", `"{path}" cannot be read.`),
    { path },
  );

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** What the path names: a file, the CSV files of a folder, or standard input for `-`. */
export async function readInput(path: string): Promise<Result<Input>> {
  try {
    if (path === "-") return ok({ name: "-.json", bytes: await standardInput() });
    if (!(await stat(path)).isDirectory()) return ok({ name: basename(path), bytes: await readFile(path) });
    const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith(".csv")).sort();
    return ok({
      folder: await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) }))),
    });
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
