import { useEffect, useState } from "react";

const dark = (): boolean => {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
};

/** Whether the page is dark, for what cannot be coloured by CSS. */
export function useDark(): boolean {
  const [now, setNow] = useState(dark);
  useEffect(() => {
    const look = (): void => setNow(dark());
    const watch = new MutationObserver(look);
    watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const media = matchMedia("(prefers-color-scheme: dark)");
    media.addEventListener("change", look);
    return () => {
      watch.disconnect();
      media.removeEventListener("change", look);
    };
  }, []);
  return now;
}
