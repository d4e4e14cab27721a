import { useEffect } from "react";

/** The name of the page, for the tab, the history and readers; an empty one leaves it to what is shown within. */
export function useTitle(title: string): void {
  useEffect(() => {
    if (title !== "") document.title = `${title} · Simbiosi`;
  }, [title]);
}
