type Lead = { readonly id: string; readonly offers: readonly string[]; readonly decision: unknown };
/** The best undecided leads, one for each offer: ten outlets of one flow are one idea. */
export function ideasOf<T extends Lead>(leads: readonly T[], most: number): readonly T[] {
  const seen = new Set<string>();
  return leads
    .filter(({ decision }) => decision === null)
    .filter(({ id, offers }) => {
      const key = offers[0] ?? id;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, most);
}

type Question = { readonly flow: string; readonly field: string; readonly why: string };
/** Questions worth most, those of one label and one field asked once, with how many flows they are about. */
export function questionsOnce<T extends Question>(
  questions: readonly T[],
  labelOf: (flow: string) => string,
  most: number,
): readonly { readonly label: string; readonly question: T; readonly flows: number }[] {
  const once = new Map<string, { readonly label: string; readonly question: T; flows: number }>();
  for (const question of questions) {
    const label = labelOf(question.flow);
    const key = `${label.trim().toLowerCase()} ${question.field}`;
    const known = once.get(key);
    if (known === undefined) once.set(key, { label, question, flows: 1 });
    else known.flows += 1;
  }
  return [...once.values()].slice(0, most);
}

const key = (territory: string): string => `simbiosi.visit.${territory}`;
/** When this device last left the week of a territory, told once a page load; the visit that begins is noted. */
export function lastVisit(territory: string, now: Date): string | undefined {
  const session = `${key(territory)}.before`;
  const before = sessionStorage.getItem(session) ?? localStorage.getItem(key(territory)) ?? "";
  // A visit goes on as long as its tab: coming back to the page within it is no new visit.
  sessionStorage.setItem(session, before);
  localStorage.setItem(key(territory), now.toISOString());
  return before === "" ? undefined : before;
}
