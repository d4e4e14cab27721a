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
      { title: nav.diagnosis, links: [{ to: "/entreprises", label: nav.establishments }] },
      {
        title: nav.synergies,
        links: [
          { to: "/synergies", label: nav.suggestions },
          { to: "/matrice", label: nav.matrix },
          { to: "/portefeuille", label: nav.board },
          { to: "/ateliers", label: nav.workshops },
        ],
      },
    ];
  if (role === "lead") return [{ title: "", links: [{ to: "/entreprises", label: nav.establishments }] }];
  return [];
}
