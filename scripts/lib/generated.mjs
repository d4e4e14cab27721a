import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { inProject } from "./paths.mjs";

/** @typedef {Map<string, string | Uint8Array>} Files path from the root → what the file must hold */

/** The public formats as JSON Schema, from the zod schemas that the program itself reads with. @returns {Promise<Files>} */
async function formatSchemas() {
  const domain = await import("@simbiosi/domain");
  const formats = {
    inventory: domain.InventorySchema,
    check: domain.CheckSchema,
    synergies: domain.SynergiesSchema,
    network: domain.NetworkSchema,
    portfolio: domain.PortfolioSchema,
    factors: domain.OwnFactorsSchema,
  };
  return new Map(
    Object.entries(formats).map(([name, schema]) => {
      // "input": what a file may hold when it is read, where a key left out is filled in.
      const described = { title: `simbiosi-${name}/1`, ...schema.toJSONSchema({ io: "input" }) };
      return [`docs/schema/${name}.json`, `${JSON.stringify(described, null, 2)}\n`];
    }),
  );
}

/** The workbooks of the invented territories, with the faults of real ones, and their JSON. @returns {Promise<Files>} */
async function fixtureFiles() {
  const { committedFiles } = await import("../../fixtures/committed-files.ts");
  const made = await Promise.all(
    Object.entries(committedFiles).map(async ([path, make]) => /** @type {const} */ ([path, await make()])),
  );
  return new Map(made);
}

/** What is computed and with which data, as pages to read and dispute. @returns {Promise<Files>} */
async function methodPages() {
  const { methodFiles } = await import("./method.mjs");
  return methodFiles();
}

/** The API as OpenAPI 3.1, from the registry that serves it, and the types of the web's client from that. @returns {Promise<Files>} */
async function apiFiles() {
  const { openApi, registry } = await import("@simbiosi/server");
  const description = openApi(registry, "1");
  // Installed beside the web, with the older compiler that it needs.
  const require = createRequire(inProject("apps/web/package.json"));
  const { default: openapiTS, astToString } = await import(
    pathToFileURL(require.resolve("openapi-typescript")).href.replace("/dist/index.cjs", "/dist/index.mjs")
  );
  const types = astToString(await openapiTS(/** @type {never} */ (description)));
  return new Map([
    ["docs/api/openapi.json", `${JSON.stringify(description, null, 2)}\n`],
    ["apps/web/src/api/schema.ts", `// Generated from docs/api/openapi.json: npm run generate\n${types}`],
  ]);
}

const generators = [formatSchemas, fixtureFiles, methodPages, apiFiles];

/** Every generated file of the project. @returns {Promise<Files>} */
export async function generatedFiles() {
  const all = await Promise.all(generators.map((generate) => generate()));
  return new Map(all.flatMap((files) => [...files]));
}

/**
 * The generated files that are missing or differ from what they must hold.
 * @param {Files} files
 */
export function outOfDate(files) {
  return [...files]
    .filter(
      ([path, content]) => !existsSync(inProject(path)) || !readFileSync(inProject(path)).equals(Buffer.from(content)),
    )
    .map(([path]) => path);
}
