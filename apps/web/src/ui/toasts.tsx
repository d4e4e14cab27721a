import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { useWords } from "../words/words.tsx";
import { Button } from "./index.tsx";

type Toast = { readonly id: number; readonly words: string; readonly undo?: () => void };
type Toasts = (words: string, undo?: () => void) => void;

const Context = createContext<Toasts>(() => undefined);
/** Long enough to read; and longer to reach, by keyboard or slowly, what takes back what was not meant. */
const shownFor = { read: 8_000, undo: 20_000 } as const;

/** What was just done, with a way to take it back, in place of asking beforehand. */
export function ToastsProvider({ children }: { readonly children: ReactNode }) {
  const { words } = useWords();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback<Toasts>(
    (said, undo) => {
      last.current += 1;
      const id = last.current;
      setToasts((all) => [...all.slice(-2), { id, words: said, ...(undo === undefined ? {} : { undo }) }]);
      setTimeout(() => drop(id), undo === undefined ? shownFor.read : shownFor.undo);
    },
    [drop],
  );
  const value = useMemo(() => show, [show]);
  return (
    <Context value={value}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {toasts.map(({ id, words: said, undo }) => (
          <div key={id} className="toast">
            <span>{said}</span>
            {undo !== undefined && (
              <Button
                onPress={() => {
                  undo();
                  drop(id);
                }}
              >
                {words.app.undo}
              </Button>
            )}
          </div>
        ))}
      </div>
    </Context>
  );
}

export const useToast = (): Toasts => useContext(Context);
