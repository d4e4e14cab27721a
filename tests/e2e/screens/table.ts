/** Who looks: each has a door of its own, and screens of its own behind it. */
export type Viewer =
  | "stranger"
  | "invited"
  | "admin"
  | "officer"
  | "chooser"
  | "facilitator"
  | "adviser"
  | "lead"
  | "company";

/**
 * A screen of the router in one of its views. In its path, `:place` is the territory and the other names are objects
 * of it; a screen whose objects are not there (in an empty territory) is not visited.
 */
export type Screen = {
  readonly path: string;
  readonly who: Viewer;
  /** It shows itself whatever the territory holds and whatever the interface answers. */
  readonly alone?: true;
};

const of = (who: Viewer, paths: readonly string[]): readonly Screen[] => paths.map((path) => ({ path, who }));
const alone = (who: Viewer, paths: readonly string[]): readonly Screen[] =>
  paths.map((path) => ({ path, who, alone: true }));

/** Every screen of the platform, by who reaches it. */
export const screens: readonly Screen[] = [
  ...alone("stranger", ["/", "/invitation#spent", "/entreprise#spent", "/connexion", "/no-such-page"]),
  ...alone("invited", ["/invitation#:invitation"]),
  ...alone("chooser", ["/", "/t/no-such-territory"]),
  ...alone("officer", ["/"]),
  ...of("admin", ["/plateforme"]),
  ...of(
    "facilitator",
    [
      "",
      "/entreprises",
      "/entreprises/:establishment",
      "/contacts",
      "/contacts/courrier",
      "/flux",
      "/flux?cols=.",
      "/questions",
      "/carte",
      "/carte?vue=tableau",
      "/carte?vue=metabolisme",
      "/enjeux",
      "/reduction",
      "/synergies",
      "/synergies/:exchange",
      "/synergies/:pool",
      "/synergies/:kept",
      "/matrice",
      "/portefeuille",
      "/ateliers",
      "/ateliers/:workshop",
      "/ateliers/:workshop/ecran",
      "/scenarios",
      "/plan",
      "/plan?view=cards",
      "/plan?view=board",
      "/plan?view=calendar",
      "/plan/:action",
      "/financement",
      "/documents",
      "/parametres?onglet=membres",
      "/parametres?onglet=compte",
      "/parametres?onglet=confidentialite",
      "/parametres?onglet=territoire",
      "/parametres?onglet=limites",
      "/parametres?onglet=jetons",
      "/parametres?onglet=journal",
      "/parametres?onglet=archive",
      "/imports",
      "/imports/nouveau",
      "/imports/:import",
      "/terrain",
      "/terrain/:establishment",
      "/terrain/:establishment?saisie=in",
      "/terrain/:establishment?saisie=visite",
      "/attente",
      "/no-such-screen",
      "/entreprises/no-such-company",
    ].map((path) => `/t/:place${path}`),
  ),
  ...of(
    "adviser",
    ["", "/parametres"].map((path) => `/t/:place${path}`),
  ),
  ...of(
    "lead",
    ["", "/entreprises", "/entreprises/:establishment", "/carte", "/parametres"].map((path) => `/t/:place${path}`),
  ),
  ...of(
    "company",
    [
      "",
      "/mon-site",
      "/mes-flux",
      "/mes-flux?saisie=out",
      "/propositions",
      "/obligations",
      "/confidentialite",
      "/mes-donnees",
    ].map((path) => `/t/:place${path}`),
  ),
];
