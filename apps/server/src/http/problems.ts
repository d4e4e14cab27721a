import { fail, type Problem, problem, type Result, text } from "@simbiosi/domain";
import { z } from "zod";

/** An expected failure as the API says it: a code for programs, a sentence for people in both languages. */
export const ProblemSchema = z.object({
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  /** Fields that were not understood, by path. */
  fields: z.array(z.object({ path: z.string(), fr: z.string(), en: z.string() })).optional(),
  /** What stands now, when somebody else changed it first. */
  current: z.unknown().optional(),
});

/** A problem with the status it is answered with. */
export type HttpProblem = Problem & {
  readonly status: number;
  readonly current?: unknown;
  /** What the handler wrote stays written: a failed sign-in is counted. */
  readonly keep?: true;
};

/** A problem with its status, its code and its sentence in both languages. */
export const httpProblem = (status: number, code: string, fr: string, en: string): HttpProblem => ({
  ...problem(code, text(fr, en)),
  status,
});

/** What any route may answer. */
export const httpProblems = {
  // Said of what does not exist and of what one may not know of: the two must read the same.
  notFound: httpProblem(
    404,
    "NOT_FOUND",
    "Cette page ou cet objet n'existe pas, ou ne vous est pas ouvert. Revenez à l'accueil.",
    "This page or object does not exist, or is not open to you. Go back to the home page.",
  ),
  signInFirst: httpProblem(401, "SIGN_IN_FIRST", "Identifiez-vous pour continuer.", "Sign in to go on."),
  notYours: httpProblem(
    403,
    "ROLE_NOT_ALLOWED",
    "Votre rôle ne permet pas cette action. Demandez-la à l'animateur du territoire.",
    "Your role does not allow this. Ask the facilitator of the territory.",
  ),
  foreignOrigin: httpProblem(
    403,
    "FOREIGN_ORIGIN",
    "La demande vient d'un autre site et a été refusée. Rechargez la page de Simbiosi et recommencez.",
    "The request comes from another site and was refused. Reload the page of Simbiosi and try again.",
  ),
  tokenDead: httpProblem(
    401,
    "TOKEN_DEAD",
    "Ce jeton n'ouvre rien : il est inconnu, expiré ou révoqué, ou la personne qui l'a fait n'a plus accès. Faites-en un autre dans Paramètres, Jetons.",
    "This token opens nothing: it is unknown, expired or revoked, or whoever made it has no access any more. Make another in Settings, Tokens.",
  ),
  tokenTooNarrow: httpProblem(
    403,
    "TOKEN_TOO_NARROW",
    "Ce jeton ne permet pas cet appel. Un jeton en lecture ne change rien ; aucun ne touche aux comptes, aux membres ni aux jetons.",
    "This token does not allow this call. A read token changes nothing; none touches accounts, members or tokens.",
  ),
  tooMany: httpProblem(
    429,
    "TOO_MANY_REQUESTS",
    "Trop de demandes en peu de temps. Attendez une minute et recommencez.",
    "Too many requests in a short time. Wait a minute and try again.",
  ),
  tooLarge: httpProblem(
    413,
    "TOO_LARGE",
    "Le fichier ou la demande est trop volumineux. La limite est de 50 Mo pour un fichier.",
    "The file or request is too large. The limit is 50 MB for a file.",
  ),
  uploadCut: httpProblem(
    422,
    "UPLOAD_CUT",
    "Le fichier n'est pas arrivé entier : rien n'a été enregistré. Vérifiez la connexion et envoyez-le à nouveau.",
    "The file did not arrive whole: nothing was saved. Check the connection and send it again.",
  ),
  notUnderstood: httpProblem(
    400,
    "NOT_UNDERSTOOD",
    "Certains champs ne sont pas compris. Corrigez-les et recommencez.",
    "Some fields are not understood. Correct them and try again.",
  ),
  readOnly: httpProblem(
    503,
    "DATABASE_AWAY",
    "La base de données ne répond pas : rien n'est enregistré pour le moment. Gardez cette page ouverte ; le service reprend seul.",
    "The database does not answer: nothing is saved for now. Keep this page open; the service recovers by itself.",
  ),
  broken: httpProblem(
    500,
    "UNEXPECTED",
    "Une erreur inattendue s'est produite. Elle est notée au journal du serveur ; recommencez, puis prévenez l'administrateur.",
    "Something unexpected happened. It is in the server's log; try again, then tell the administrator.",
  ),
} as const;

/** Somebody else changed it first: what stands now goes with the answer, so that the screen can show both. */
export const stale = (current: unknown): HttpProblem => ({
  ...httpProblem(
    409,
    "CHANGED_MEANWHILE",
    "Quelqu'un a modifié cet objet entre-temps. Comparez les deux versions et choisissez.",
    "Somebody changed this object meanwhile. Compare both versions and choose.",
  ),
  current,
});

export const refuse = (status: number, code: string, fr: string, en: string): Result<never, HttpProblem> =>
  fail(httpProblem(status, code, fr, en));

export const absent: Result<never, HttpProblem> = fail(httpProblems.notFound);

const inFrench = z.locales.fr().localeError;

/** What was asked is not what the schema wants: field by field, in both languages. The error reports its input. */
export function notUnderstood(error: z.ZodError): HttpProblem {
  const fields = error.issues.map((issue) => {
    const said = inFrench({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    const fr = typeof said === "string" ? said : (said?.message ?? issue.message);
    return { path: issue.path.join("."), fr, en: issue.message };
  });
  return Object.assign({ ...httpProblems.notUnderstood }, { fields });
}
