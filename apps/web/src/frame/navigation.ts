import type { Messages } from "../words/fr.ts";

export type NavGroup = {
  readonly title: string;
  readonly links: readonly { readonly to: string; readonly label: string }[];
};

/** What a role finds on the left, by phase of the mission. */
export function navigation(role: string, { nav }: Messages): readonly NavGroup[] {
  if (role === "facilitator" || role === "adviser")
    return [
      { title: "", links: [{ to: "/", label: nav.week }] },
      {
        title: nav.diagnosis,
        links: [
          { to: "/entreprises", label: nav.establishments },
          { to: "/carte", label: nav.map },
          { to: "/enjeux", label: nav.stakes },
          { to: "/reduction", label: nav.reduction },
        ],
      },
      {
        title: nav.synergies,
        links: [
          { to: "/synergies", label: nav.suggestions },
          { to: "/scenarios", label: nav.scenarios },
        ],
      },
      {
        title: nav.follow,
        links: [
          { to: "/documents", label: nav.documents },
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
  return [];
}
