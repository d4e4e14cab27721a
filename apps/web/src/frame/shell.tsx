import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useLive } from "../api/live.ts";
import { meQuery } from "../api/queries.ts";
import { Button, Loading } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";
import { useHere } from "./here.ts";
import { navigation } from "./navigation.ts";
import { NotFoundPage } from "./not-found.tsx";
import { useLeave } from "./outside.tsx";
import { ReadOnlyBanner } from "./read-only.tsx";
import { ScreenBoundary } from "./screen-boundary.tsx";
import "./shell.css";

const OutboxBar = lazy(() => import("../outbox/bar.tsx"));

/** The frame of every screen of a territory: top bar, navigation by phase of the mission, content. */
export function Shell() {
  return (
    <Suspense fallback={<Loading />}>
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const { words } = useWords();
  const { data: me } = useSuspenseQuery(meQuery);
  const { territory, role, membership } = useHere();
  const [open, setOpen] = useState(false);
  useLive(membership === undefined ? undefined : territory);
  if (me.account === null && me.establishment === null) return <Navigate to="/" />;
  if (membership === undefined) return <NotFoundPage />;
  const owner = me.account?.id ?? me.establishment?.id ?? "";
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.app.skip}
      </a>
      <TopBar onMenu={() => setOpen((shown) => !shown)} open={open} />
      <div className="bands">
        <ReadOnlyBanner />
        {membership.demonstration && <aside className="demo">{words.app.fiction}</aside>}
      </div>
      <nav className={open ? "side open" : "side"} aria-label={words.nav.main}>
        {navigation(role, words).map((group) => (
          <section key={group.title}>
            {group.title !== "" && <h2>{group.title}</h2>}
            <ul>
              {group.links.map(({ to, label }) => (
                <li key={to}>
                  <Link
                    onClick={() => setOpen(false)}
                    to={`/t/$territory${to}` as "/t/$territory"}
                    params={{ territory }}
                    activeOptions={{ exact: to === "/" || to === "", includeSearch: false }}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <main className="page" id="content" tabIndex={-1}>
        <Suspense>
          <OutboxBar owner={owner} />
        </Suspense>
        <ScreenBoundary>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ScreenBoundary>
      </main>
    </div>
  );
}

function TopBar({ onMenu, open }: { readonly onMenu: () => void; readonly open: boolean }) {
  const { words, lang, change } = useWords();
  const { data: me } = useSuspenseQuery(meQuery);
  const { territory } = useHere();
  const navigate = useNavigate();
  const leave = useLeave();
  const turn = (): void => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
    const next = now === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    localStorage.setItem("simbiosi.theme", next);
  };
  return (
    <header className="top no-print">
      <span className="menu-button">
        <Button look="quiet" onPress={onMenu} aria-expanded={open}>
          ☰ {words.app.menu}
        </Button>
      </span>
      <Link className="brand" to="/t/$territory" params={{ territory }}>
        <img src="/icon.svg" width="28" height="28" alt={words.app.home} />
        <span className="optional">{words.app.name}</span>
      </Link>
      <div className="where">
        {me.territories.length > 1 ? (
          <select
            aria-label={words.access.choose}
            value={territory}
            onChange={(event) => void navigate({ to: "/t/$territory", params: { territory: event.target.value } })}
          >
            {me.territories.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          me.territories[0]?.name
        )}
      </div>
      <Button look="quiet" onPress={turn} aria-label={words.app.theme}>
        ◐
      </Button>
      <Button look="quiet" onPress={() => change(lang === "fr" ? "en" : "fr")}>
        {words.app.language}
      </Button>
      <span className="optional">{me.account?.name ?? me.establishment?.name}</span>
      <Button look="quiet" onPress={() => void leave()}>
        {words.app.signOut}
      </Button>
    </header>
  );
}
