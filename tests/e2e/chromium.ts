import { accessSync, constants } from "node:fs";

/** Where Debian and others put a Chromium; the variable names another. */
const places = [
  process.env.SIMBIOSI_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The Chromium of this machine, or undefined: then browser tests do not run, and say so. */
export const chromiumPath = places.find((path) => path !== undefined && path !== "" && runs(path));
