// Which part of the house may import which. `npm run check` fails on a wrong arrow;
// tests/architecture.test.ts breaks each rule once and proves that it fires.

/** What each package may import beside itself. A layer may be skipped downwards; never upwards or sideways. */
const arrows = {
  domain: [],
  charts: ["domain"],
  reference: ["domain"],
  engine: ["domain"],
  intake: ["domain"],
  documents: ["charts", "domain"],
  study: ["charts", "documents", "domain", "engine", "intake", "reference"],
};

const test = "\\.test\\.ts$";
const inside = (names) => `^packages/(${names.join("|")})/`;
const installed = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([name, allowed]) => ({
      name: `arrows-of-${name}`,
      comment: `${name} may import ${allowed.join(", ") || "no other package"}.`,
      severity: "error",
      from: { path: inside([name]) },
      to: { path: "^(packages|apps)/", pathNot: inside([name, ...allowed]) },
    })),
    {
      name: "package-without-arrows",
      comment: "A new package is written in `arrows` first.",
      severity: "error",
      from: { path: "^packages/", pathNot: inside(Object.keys(arrows)) },
      to: {},
    },
    {
      name: "front-door",
      comment: "Another package is entered by its index.ts only.",
      severity: "error",
      from: { path: "^(?:packages|apps)/([^/]+)/" },
      to: { path: "^packages/", pathNot: ["^packages/$1/", "^packages/[^/]+/src/index\\.ts$"] },
    },
    {
      name: "by-name",
      comment: "Another package is imported by its name, never by a path.",
      severity: "error",
      from: { path: "^(?:packages|apps)/([^/]+)/" },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "arrows-of-web",
      comment:
        "The web runs in a browser and knows the server by its generated client: it may import charts and domain.",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^packages/", pathNot: inside(["charts", "domain"]) },
    },
    {
      name: "web-knows-no-node",
      comment: "The web runs in a browser: no builtin of Node.",
      severity: "error",
      from: { path: "^apps/web/src/", pathNot: test },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "apps-apart",
      comment: "An app never imports another one.",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "ships-alone",
      comment: "What ships imports neither fixtures, benches, tests nor scripts.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: test },
      to: { path: ["^(fixtures|bench|tests|scripts)/", test] },
    },
    {
      name: "tests-stay-out",
      comment: "Tests beside the code may import fixtures; benches, scripts and the tests of the house are not theirs.",
      severity: "error",
      from: { path: "^(packages|apps)/.*\\.test\\.ts$" },
      to: { path: "^(bench|tests|scripts)/" },
    },
    {
      name: "declared-libraries-only",
      comment: "What ships imports the libraries that its own package.json declares, so no tool of development.",
      severity: "error",
      from: {
        path: "^(packages|apps)/",
        pathNot: [test, "^apps/server/src/testing/", "^apps/web/vite\\.config\\.ts$", "^apps/web/e2e/"],
      },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "pure-packages-know-no-node",
      comment: "domain and charts run in the browser too: no builtin of Node.",
      severity: "error",
      from: { path: inside(["domain", "charts"]), pathNot: test },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "domain-depends-on-zod-only",
      comment: "zod is the one library of the domain.",
      severity: "error",
      from: { path: inside(["domain"]), pathNot: test },
      to: { dependencyTypes: installed, pathNot: "^node_modules/zod/" },
    },
    {
      name: "detection-knows-no-worker",
      comment: "Detection is computed anywhere; workers and the solver stay in engine/src/node.",
      severity: "error",
      from: { path: "^packages/engine/src/detection/" },
      to: { path: "^packages/engine/src/node/" },
    },
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // With TypeScript 7 the usual parser reads no .ts file, and everything looks clean.
    parser: "swc",
    tsPreCompilationDeps: true, // type-only imports are arrows too
    // The parser reads no .tsx; tests/web-arrows.test.ts guards those.
    exclude: { path: "/dist/|\\.tsx$" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "types", "node", "default"],
    },
  },
};
