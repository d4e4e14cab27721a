import type { Route } from "../../http/route.ts";

/**
 * Concepts that a token reaches: the work on a territory. Accounts, members, links, invitations, tokens, erasure stay
 * closed to it, and so does any new concept until somebody names it here.
 */
const open = new Set([
  "territories",
  "establishments",
  "flows",
  "resources",
  "contacts",
  "encounters",
  "history",
  "leads",
  "comments",
  "attachments",
  "workshops",
  "obligations",
  "labels",
  "visits",
  "documents",
  "imports",
  "insight",
  "scenarios",
  "boundaries",
]);
/** A place is not closed or opened by a program. */
const shut = new Set(["territories.create", "territories.archive", "territories.reopen"]);

/** What a token must be for this route, or null where none may call. */
export function tokenScope({ id, method, path, who }: Pick<Route, "id" | "method" | "path" | "who">) {
  const reached = open.has(id.split(".")[0] ?? id) && !shut.has(id) && path.includes(":territory");
  // What companies and the public alone may ask is no maker's of a token.
  const makers = who.includes("facilitator") || who.includes("adviser");
  if (!reached || !makers) return null;
  return method === "GET" ? ("read" as const) : ("write" as const);
}
