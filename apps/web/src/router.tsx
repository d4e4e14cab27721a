import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { NotFoundPage } from "./frame/not-found.tsx";
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

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

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
const platform = createRoute({
  getParentRoute: () => root,
  path: "/plateforme",
  component: lazyRouteComponent(() => import("./platform/territories.tsx"), "Territories"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./access/invitation.tsx"), "Invitation"),
});
const oidcReturn = createRoute({
  getParentRoute: () => root,
  path: "/connexion",
  component: lazyRouteComponent(() => import("./access/oidc-return.tsx"), "OidcReturn"),
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
    lazyRouteComponent(() => import("./home/home.tsx"), "Home"),
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
    "/contacts",
    lazyRouteComponent(() => import("./contacts/contacts.tsx"), "Contacts"),
  ),
  screen(
    "/contacts/courrier",
    lazyRouteComponent(() => import("./contacts/mailing.tsx"), "Mailing"),
  ),
  screen(
    "/flux",
    lazyRouteComponent(() => import("./flows/grid.tsx"), "FlowGrid"),
  ),
  screen(
    "/questions",
    lazyRouteComponent(() => import("./flows/questions.tsx"), "Questions"),
  ),
  screen(
    "/carte",
    lazyRouteComponent(() => import("./map/screen.tsx"), "MapScreen"),
  ),
  screen(
    "/enjeux",
    lazyRouteComponent(() => import("./insight/stakes.tsx"), "Stakes"),
  ),
  screen(
    "/reduction",
    lazyRouteComponent(() => import("./insight/reduction.tsx"), "Reduction"),
  ),
  screen(
    "/synergies",
    lazyRouteComponent(() => import("./leads/list.tsx"), "LeadList"),
  ),
  screen(
    "/synergies/$lead",
    lazyRouteComponent(() => import("./leads/sheet.tsx"), "LeadSheet"),
  ),
  screen(
    "/matrice",
    lazyRouteComponent(() => import("./leads/matrix.tsx"), "LeadMatrix"),
  ),
  screen(
    "/portefeuille",
    lazyRouteComponent(() => import("./leads/board.tsx"), "Board"),
  ),
  screen(
    "/ateliers",
    lazyRouteComponent(() => import("./workshops/list.tsx"), "WorkshopList"),
  ),
  screen(
    "/ateliers/$workshop",
    lazyRouteComponent(() => import("./workshops/workshop.tsx"), "Workshop"),
  ),
  screen(
    "/ateliers/$workshop/ecran",
    lazyRouteComponent(() => import("./workshops/big-screen.tsx"), "BigScreen"),
  ),
  screen(
    "/scenarios",
    lazyRouteComponent(() => import("./scenarios/screen.tsx"), "Scenarios"),
  ),
  screen(
    "/plan",
    lazyRouteComponent(() => import("./actions/plan.tsx"), "Plan"),
  ),
  screen(
    "/plan/$action",
    lazyRouteComponent(() => import("./actions/sheet.tsx"), "ActionSheetScreen"),
  ),
  screen(
    "/financement",
    lazyRouteComponent(() => import("./actions/financing.tsx"), "FinancingScreen"),
  ),
  screen(
    "/documents",
    lazyRouteComponent(() => import("./documents/screen.tsx"), "Documents"),
  ),
  screen(
    "/parametres",
    lazyRouteComponent(() => import("./settings/screen.tsx"), "Settings"),
  ),
  screen(
    "/imports",
    lazyRouteComponent(() => import("./imports/list.tsx"), "ImportList"),
  ),
  screen(
    "/imports/nouveau",
    lazyRouteComponent(() => import("./imports/new.tsx"), "NewImport"),
  ),
  screen(
    "/imports/$import",
    lazyRouteComponent(() => import("./imports/one.tsx"), "OneImport"),
  ),
  screen(
    "/terrain",
    lazyRouteComponent(() => import("./field/companies.tsx"), "FieldCompanies"),
  ),
  screen(
    "/terrain/$establishment",
    lazyRouteComponent(() => import("./field/visit.tsx"), "FieldVisit"),
  ),
  screen(
    "/attente",
    lazyRouteComponent(() => import("./outbox/screen.tsx"), "OutboxScreen"),
  ),
  screen(
    "/mon-site",
    lazyRouteComponent(() => import("./company/site.tsx"), "CompanySite"),
  ),
  screen(
    "/mes-flux",
    lazyRouteComponent(() => import("./company/flows.tsx"), "CompanyFlows"),
  ),
  screen(
    "/propositions",
    lazyRouteComponent(() => import("./company/proposals.tsx"), "Proposals"),
  ),
  screen(
    "/obligations",
    lazyRouteComponent(() => import("./company/duties.tsx"), "CompanyDuties"),
  ),
  screen(
    "/confidentialite",
    lazyRouteComponent(() => import("./company/privacy.tsx"), "Privacy"),
  ),
  screen(
    "/mes-donnees",
    lazyRouteComponent(() => import("./company/data.tsx"), "MyData"),
  ),
];

export const router = createRouter({
  routeTree: root.addChildren([home, companyLink, invitation, oidcReturn, platform, territory.addChildren(screens)]),
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
