/** Whether the database was last said to be away: told by any answer, asked by the banner. */
let away = false;
const listeners = new Set<() => void>();

export const databaseAway = {
  now: (): boolean => away,
  tell: (said: boolean): void => {
    if (said === away) return;
    away = said;
    for (const hear of listeners) hear();
  },
  subscribe: (hear: () => void): (() => void) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  },
};
