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
          { to: "/contacts", label: nav.contacts },
          { to: "/flux", label: nav.flows },
          { to: "/questions", label: nav.questions },
        ],
      },
      { title: nav.synergies, links: [{ to: "/synergies", label: nav.suggestions }] },
    ];
  if (role === "lead") return [{ title: "", links: [{ to: "/entreprises", label: nav.establishments }] }];
  return [];
}
