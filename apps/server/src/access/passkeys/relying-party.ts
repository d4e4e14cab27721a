import { isIP } from "node:net";

/** The name that passkeys are made for, or null where there is none: they want HTTPS, or this very machine by name. */
export function relyingParty(origin: string): string | null {
  const { protocol, hostname } = new URL(origin);
  if (isIP(hostname) !== 0 || hostname.startsWith("[")) return null;
  return protocol === "https:" || hostname === "localhost" ? hostname : null;
}
