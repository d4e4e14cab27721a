import { Link } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import type { Action } from "./queries.ts";
import { actionWords } from "./words.ts";

export const standingTone = {
  "to-discuss": "plain",
  upcoming: "plain",
  ongoing: "doing",
  late: "bad",
  "on-hold": "plain",
  blocked: "bad",
  done: "good",
  abandoned: "plain",
} as const;

/** When an action is, in words. */
export function useDates(): (action: Pick<Action, "starts" | "ends">) => string {
  const { day } = useWords();
  const say = useCatalogue(actionWords);
  return ({ starts, ends }) =>
    starts !== null && ends !== null
      ? say.between(day(starts), day(ends))
      : starts !== null
        ? say.from(day(starts))
        : ends !== null
          ? say.until(day(ends))
          : say.noDates;
}

export function ActionLink({ action }: { readonly action: Pick<Action, "id" | "title"> }) {
  const { territory } = useHere();
  return (
    <Link to="/t/$territory/plan/$action" params={{ territory, action: action.id }}>
      {action.title}
    </Link>
  );
}

/** Says what a change of several sheets did. */
export function useToldMany() {
  const toast = useToast();
  const { of } = useWords();
  const say = useCatalogue(actionWords);
  return ({
    changed,
    refused,
  }: {
    readonly changed: readonly unknown[];
    readonly refused: readonly { readonly fr: string; readonly en: string }[];
  }): void => {
    if (changed.length > 0) toast(say.changed(changed.length));
    const [first] = refused;
    if (first !== undefined) toast(`${say.refused(refused.length)} : ${of(first)}`);
  };
}
