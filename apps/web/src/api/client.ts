import createClient from "openapi-fetch";
import { databaseAway } from "./database-away.ts";
import type { paths } from "./schema.ts";

/** The API, typed from its own description. */
export const api = createClient<paths>({ baseUrl: "/" });

/** An expected failure, as the API says it. */
export type Problem = {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
  readonly fields?: readonly { readonly path: string; readonly fr: string; readonly en: string }[] | undefined;
  readonly current?: unknown;
};

/** A problem on its way to the screen that shows it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const away: Problem = {
  code: "NETWORK",
  fr: "Le serveur ne répond pas. Vérifiez la connexion ; la page reprend d'elle-même.",
  en: "The server does not answer. Check the connection; the page recovers by itself.",
};

type Answer<T> = { readonly data?: T; readonly error?: unknown };

/** The value of an answer, or its problem thrown: what a query or a mutation wants. */
export async function got<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new ProblemError(away);
  }
  if (answer.error !== undefined) {
    const told = answer.error as Partial<Problem>;
    if (told.code === "DATABASE_AWAY") databaseAway.tell(true);
    throw new ProblemError(typeof told.code === "string" ? (told as Problem) : away);
  }
  return answer.data as T;
}

export const problemOf = (error: unknown): Problem => (error instanceof ProblemError ? error.problem : away);
