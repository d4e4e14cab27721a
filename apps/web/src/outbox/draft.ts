import { useState } from "react";

const at = (key: string): string => `simbiosi.draft.${key}`;
function kept<T>(key: string): T | undefined {
  const words = localStorage.getItem(at(key));
  try {
    return words === null ? undefined : (JSON.parse(words) as T);
  } catch {
    return undefined;
  }
}

/** What is half typed: it stands again after a reload, a dead battery, a session that ended. */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => kept<T>(key) ?? initial);
  return {
    value,
    change: (next: T): void => {
      localStorage.setItem(at(key), JSON.stringify(next));
      setValue(next);
    },
    clear: (): void => localStorage.removeItem(at(key)),
  };
}
