import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { NotFound } from "./frame/not-found.tsx";
import { Shell } from "./frame/shell.tsx";

/** Filters as plain words: "01100" stays "01100", and is never taken for a number. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
function stringifySearch(search: Record<string, unknown>): string {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== "") said.set(key, String(value));
  const words = said.toString();
  return words === "" ? "" : `?${words}`;
}

/** Any filter of any screen: each screen reads its own. */
const anySearch = (search: Record<string, unknown>): Record<string, string | undefined> =>
  search as Record<string, string | undefined>;

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("./access/entrance.tsx"), "Entrance"),
});
const companyLink = createRoute({
  getParentRoute: () => root,
  path: "/entreprise",
  component: lazyRouteComponent(() => import("./company/open-link.tsx"), "OpenLink"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./access/invitation.tsx"), "Invitation"),
});
const territory = createRoute({
  getParentRoute: () => root,
  path: "/t/$territory",
  component: Shell,
  validateSearch: anySearch,
});

const screen = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => territory, path, component, validateSearch: anySearch });

const screens = [
  screen(
    "/",
    lazyRouteComponent(() => import("./home/week.tsx"), "Week"),
  ),
  screen(
    "/entreprises",
    lazyRouteComponent(() => import("./establishments/list.tsx"), "EstablishmentList"),
  ),
  screen(
    "/entreprises/$establishment",
    lazyRouteComponent(() => import("./establishments/sheet.tsx"), "EstablishmentSheet"),
  ),
  screen(
    "/synergies",
    lazyRouteComponent(() => import("./leads/list.tsx"), "LeadList"),
  ),
  screen(
    "/synergies/$lead",
    lazyRouteComponent(() => import("./leads/sheet.tsx"), "LeadSheet"),
  ),
];

export const router = createRouter({
  routeTree: root.addChildren([home, companyLink, invitation, territory.addChildren(screens)]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
