import { writeFile } from "node:fs/promises";
import { fail, ok, problem, type Result, text } from "@simbiosi/domain";

/** Writes a file that must not be there yet: what someone is filling in is never written over. */
export async function writeNew(out: string, content: string | Uint8Array): Promise<Result<null>> {
  try {
    await writeFile(out, content, { flag: "wx" });
    return ok(null);
  } catch (error) {
    const there = error instanceof Error && "code" in error && error.code === "EEXIST";
    return fail(
      there
        ? problem(
            "OUT_EXISTS",
            text("« {out} » existe déjà : donnez un autre nom.", '"{out}" exists already: give another name.'),
            { out },
          )
        : problem(
            "OUT_UNWRITABLE",
            text(
              "Impossible d'écrire « {out} » : vérifiez les droits et la place.",
              'Cannot write "{out}": check permissions and space.',
            ),
            { out },
          ),
    );
  }
}
