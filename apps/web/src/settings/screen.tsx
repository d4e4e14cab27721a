import { Link, useSearch } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Tokens } from "../tokens/tokens.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { Account } from "./account.tsx";
import { Boundaries } from "./boundaries.tsx";
import { Confidentiality } from "./confidentiality.tsx";
import { ExportAndArchive } from "./export.tsx";
import { Members } from "./members.tsx";
import { TerritoryCard } from "./territory.tsx";
import { Trail } from "./trail.tsx";
import { settingsWords } from "./words.ts";

const tabsOf = {
  facilitator: ["membres", "compte", "confidentialite", "territoire", "limites", "jetons", "journal", "archive"],
  adviser: ["compte", "confidentialite", "jetons", "archive"],
  lead: ["membres", "compte", "confidentialite"],
} as const;

/** Everything that is set once: a tab each, in the address. */
export function Settings() {
  const { territory, role } = useHere();
  const say = useCatalogue(settingsWords);
  useTitle(say.title);
  const { onglet } = useSearch({ strict: false });
  const tabs = tabsOf[role as keyof typeof tabsOf] ?? tabsOf.lead;
  const view = tabs.find((one) => one === onglet) ?? tabs[0];
  return (
    <>
      <h1>{say.title}</h1>
      <nav className="tabs" aria-label={say.title}>
        {tabs.map((id) => (
          <Link
            key={id}
            to="."
            search={{ onglet: id }}
            aria-current={view === id ? "page" : undefined}
            activeProps={{ "aria-current": view === id ? "page" : undefined }}
          >
            {say.tabs[id]}
          </Link>
        ))}
      </nav>
      {view === "membres" && <Members territory={territory} mayChange={role === "facilitator"} />}
      {view === "compte" && <Account />}
      {view === "confidentialite" && <Confidentiality territory={territory} />}
      {view === "territoire" && <TerritoryCard territory={territory} />}
      {view === "limites" && <Boundaries territory={territory} />}
      {view === "jetons" && <Tokens territory={territory} mayMake />}
      {view === "journal" && <Trail territory={territory} />}
      {view === "archive" && <ExportAndArchive territory={territory} mayArchive={role === "facilitator"} />}
    </>
  );
}
