import { fileURLToPath } from "node:url";

/** The root of the project, whatever folder the command is called from. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A path inside the project.
 * @param {string} path with slashes, from the root
 */
export const inProject = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
