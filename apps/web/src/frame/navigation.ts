import type { Messages } from "../words/fr.ts";

export type NavGroup = {
  readonly title: string;
  readonly links: readonly { readonly to: string; readonly label: string }[];
};

/** What a role finds on the left, by phase of the mission. */
export function navigation(role: string, { nav }: Messages): readonly NavGroup[] {
  if (role === "facilitator" || role === "adviser")
    return [
      {
        title: "",
        links: [
          { to: "/", label: nav.week },
          { to: "/terrain", label: nav.field },
        ],
      },
      {
        title: nav.diagnosis,
        links: [
          { to: "/entreprises", label: nav.establishments },
          { to: "/contacts", label: nav.contacts },
          { to: "/flux", label: nav.flows },
          { to: "/questions", label: nav.questions },
          { to: "/carte", label: nav.map },
          { to: "/enjeux", label: nav.stakes },
          { to: "/reduction", label: nav.reduction },
        ],
      },
      {
        title: nav.synergies,
        links: [
          { to: "/synergies", label: nav.suggestions },
          { to: "/matrice", label: nav.matrix },
          { to: "/portefeuille", label: nav.board },
          { to: "/ateliers", label: nav.workshops },
          { to: "/scenarios", label: nav.scenarios },
        ],
      },
      {
        title: nav.planning,
        links: [
          { to: "/plan", label: nav.plan },
          { to: "/financement", label: nav.financing },
        ],
      },
      {
        title: nav.follow,
        links: [
          { to: "/documents", label: nav.documents },
          { to: "/imports", label: nav.imports },
          { to: "/parametres", label: nav.settings },
        ],
      },
    ];
  if (role === "lead")
    return [
      {
        title: "",
        links: [
          { to: "/", label: nav.summary },
          { to: "/entreprises", label: nav.establishments },
          { to: "/carte", label: nav.map },
          { to: "/parametres", label: nav.settings },
        ],
      },
    ];
  if (role === "company")
    return [
      {
        title: "",
        links: [
          { to: "/", label: nav.mySheet },
          { to: "/mon-site", label: nav.mySite },
          { to: "/mes-flux", label: nav.myFlows },
          { to: "/propositions", label: nav.proposals },
          { to: "/obligations", label: nav.duties },
          { to: "/confidentialite", label: nav.privacy },
          { to: "/mes-donnees", label: nav.myData },
        ],
      },
    ];
  return [];
}
