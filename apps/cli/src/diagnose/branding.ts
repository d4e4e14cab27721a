import { parse } from "node:path";
import { fail, problem, type Result, text } from "@simbiosi/domain";
import { type Branding, readBranding } from "@simbiosi/study";
import type { Parsed } from "../args/args.ts";
import { readOneFile } from "../io/inventory-file.ts";

/** What a user may put of their own on the documents. */
export const brandingOptions = {
  logo: { type: "string", multiple: true },
  organisation: { type: "string", multiple: true },
  template: { type: "string" },
} as const;

/**
 * Reads the logos and the Word template that were named. The first `--organisation` says whose the first logo is, and
 * so on; a logo without one is called by the name of its file.
 */
export async function brandingFrom(parsed: Parsed): Promise<Result<Branding>> {
  const paths = parsed.each("logo");
  const owners = parsed.each("organisation");
  if (owners.length > paths.length)
    return fail(
      problem(
        "USAGE",
        text(
          "Chaque --organisation nomme un logo : donnez autant de --logo FICHIER.",
          "Each --organisation names a logo: give as many --logo FILE.",
        ),
      ),
    );
  const logos: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [i, path] of paths.entries()) {
    const file = await readOneFile(path);
    if (!file.ok) return file;
    logos.push({ name: owners[i] ?? parse(path).name, bytes: file.value.bytes });
  }
  const template = parsed.option("template");
  if (template === undefined) return readBranding({ logos, wordTemplate: null });
  const file = await readOneFile(template);
  return file.ok ? readBranding({ logos, wordTemplate: file.value.bytes }) : file;
}
