import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { nothing } from "../http/fields.ts";
import { route } from "../http/route.ts";
import { relyingParty } from "./passkeys/relying-party.ts";

export const wayRoutes = [
  route({
    id: "access.ways",
    method: "GET",
    path: "/sign-in/ways",
    about: { fr: "Les façons d'entrer que la plateforme offre", en: "The ways in that the platform offers" },
    who: ["public"],
    params: nothing,
    answer: z.object({ oidc: z.object({ name: z.string() }).nullable(), passkeys: z.boolean() }),
    handle: async ({ services: { oidc, origin } }) =>
      ok({ oidc: oidc === null ? null : { name: oidc.settings.name }, passkeys: relyingParty(origin) !== null }),
  }),
];
