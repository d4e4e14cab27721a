import { useEffect } from "react";

/** The name of the page, for the tab, the history and readers. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Simbiosi" : `${title} · Simbiosi`;
  }, [title]);
}
