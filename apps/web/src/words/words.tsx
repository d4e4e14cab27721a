import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { en } from "./en.ts";
import { fr, type Messages } from "./fr.ts";

export type Lang = "fr" | "en";
const catalogues: Record<Lang, Messages> = { fr, en };
const locales: Record<Lang, string> = { fr: "fr-FR", en: "en-GB" };

type Words = {
  readonly lang: Lang;
  readonly words: Messages;
  readonly change: (lang: Lang) => void;
  /** One sentence of a problem or of a catalogue of the domain. */
  readonly of: (text: { readonly fr: string; readonly en: string }) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly day: (day: string) => string;
  readonly moment: (moment: string) => string;
};

const Context = createContext<Words | undefined>(undefined);

const kept = (): Lang => (localStorage.getItem("simbiosi.lang") === "en" ? "en" : "fr");

/** The language of the screens: French unless this device chose English. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(kept);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const value = useMemo((): Words => {
    const locale = locales[lang];
    return {
      lang,
      words: catalogues[lang],
      change: (next) => {
        localStorage.setItem("simbiosi.lang", next);
        setLang(next);
      },
      of: (text) => text[lang],
      number: (number, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(number),
      day: (day) =>
        new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)),
      moment: (moment) =>
        new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment)),
    };
  }, [lang]);
  return (
    <Context value={value}>
      <I18nProvider locale={locales[lang]}>{children}</I18nProvider>
    </Context>
  );
}

export function useWords(): Words {
  const words = useContext(Context);
  if (words === undefined) throw new Error("Bug: words are asked for outside their provider");
  return words;
}
