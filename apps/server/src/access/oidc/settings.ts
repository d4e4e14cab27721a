import { fail, ok, problem, type Result, text } from "@simbiosi/domain";

/** A provider of identity, as whoever runs the platform names it. */
export type OidcSettings = {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says after "with": ProConnect. */
  readonly name: string;
  readonly scope: string;
  /** The level asked for, as `acr_values`. */
  readonly acr: string | null;
  /** The provider answers for addresses though it says nothing of them, as ProConnect does. */
  readonly trustEmail: boolean;
  /** What counts as our second factor when the provider says it: `amr=mfa`, `acr=eidas2`. None by default. */
  readonly secondFactor: readonly string[];
  /** The algorithm of a signed `userinfo`; null where it is plain. */
  readonly userinfoAlg: string | null;
};

const wrong = (name: string, fr: string, en: string) =>
  fail(
    problem(
      "OIDC_MISCONFIGURED",
      text(`La variable {name} n'est pas comprise : ${fr}`, `The variable {name} is not understood: ${en}`),
      { name },
    ),
  );

/** Reads the settings from the environment; null when no issuer is named, which is the default. */
export function oidcSettings(env: Readonly<Record<string, string | undefined>>): Result<OidcSettings | null> {
  const said = (name: string): string => (env[`SIMBIOSI_OIDC_${name}`] ?? "").trim();
  if (said("ISSUER") === "") return ok(null);
  if (!URL.canParse(said("ISSUER")))
    return wrong("SIMBIOSI_OIDC_ISSUER", "donnez une adresse https.", "give an https address.");
  const issuer = new URL(said("ISSUER"));
  const here = ["127.0.0.1", "localhost", "[::1]"].includes(issuer.hostname);
  if (issuer.protocol !== "https:" && !here)
    return wrong("SIMBIOSI_OIDC_ISSUER", "l'adresse doit être en https.", "the address must be https.");
  for (const name of ["CLIENT_ID", "CLIENT_SECRET"] as const)
    if (said(name) === "") return wrong(`SIMBIOSI_OIDC_${name}`, "elle est vide.", "it is empty.");
  const secondFactor = said("SECOND_FACTOR").split(/\s+/).filter(Boolean);
  if (secondFactor.some((one) => !/^(amr|acr)=\S+$/.test(one)))
    return wrong(
      "SIMBIOSI_OIDC_SECOND_FACTOR",
      "écrivez amr=mfa ou acr=eidas2, séparés par des espaces.",
      "write amr=mfa or acr=eidas2, separated by spaces.",
    );
  const scope = said("SCOPE") === "" ? "openid email" : said("SCOPE");
  if (!scope.split(/\s+/).includes("openid"))
    return wrong("SIMBIOSI_OIDC_SCOPE", "openid y manque.", "openid is missing.");
  return ok({
    issuer,
    clientId: said("CLIENT_ID"),
    clientSecret: said("CLIENT_SECRET"),
    name: said("NAME") === "" ? issuer.hostname : said("NAME"),
    scope,
    acr: said("ACR") === "" ? null : said("ACR"),
    trustEmail: said("TRUST_EMAIL") === "yes",
    secondFactor,
    userinfoAlg: said("USERINFO_ALG") === "" ? null : said("USERINFO_ALG"),
  });
}

/** Whether what the provider says of how somebody came in counts as our second factor: only if it was configured so. */
export const countsAsSecondFactor = (
  accepted: readonly string[],
  { amr, acr }: { readonly amr: readonly string[]; readonly acr: string | null },
): boolean => [...amr.map((one) => `amr=${one}`), `acr=${acr ?? ""}`].some((one) => accepted.includes(one));
