import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The family that every page and every chart is set in, by its name inside the files. */
export const fontFamily = "Source Sans 3";

/** The bundled faces: nothing is read from the fonts of the machine, so a page is the same everywhere. */
export const fontFiles: readonly string[] = [
  "400Regular",
  "400Regular_Italic",
  "600SemiBold",
  "600SemiBold_Italic",
  "700Bold",
].map((face) => require.resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`));

let faces: readonly Buffer[] | undefined;

/** The bytes of the faces, read once. */
export function fontBytes(): readonly Buffer[] {
  faces ??= fontFiles.map((file) => readFileSync(file));
  return faces;
}
