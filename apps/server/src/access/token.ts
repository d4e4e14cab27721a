import { createHash } from "node:crypto";
import { z } from "zod";
import type { Source } from "../ids/new-id.ts";

/** A secret given to a person once, and what is kept of it: a hash, from which it cannot be found again. */
export function newToken({ bytes }: Source, prefix = ""): { readonly token: string; readonly hash: Buffer } {
  const token = `${prefix}${bytes(32).toString("base64url")}`;
  return { token, hash: hashOf(token) };
}

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The secret of an address, as its page sends it: one cut short in a letter opens nothing, as one that is spent. */
export const Token = z.object({ token: z.string().max(200) });
