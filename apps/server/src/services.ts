import type { Reference } from "@simbiosi/domain";
import type { Kysely } from "kysely";
import type { OidcProvider } from "./access/oidc/provider.ts";
import type { Tables } from "./database/tables.ts";
import type { Hub } from "./events/hub.ts";
import type { RowTexts } from "./http/checked-text.ts";
import type { Source } from "./ids/new-id.ts";
import type { LiveEngine } from "./leads/live-engine.ts";
import type { Post } from "./mail/post.ts";

/** What handlers and jobs may use beside their transaction. */
export type Services = {
  readonly db: Kysely<Tables>;
  readonly source: Source;
  readonly reference: Reference;
  readonly engine: LiveEngine;
  /** Rows of lists that were checked and written before. */
  readonly texts: RowTexts;
  readonly hub: Hub;
  readonly post: Post;
  /** The address people reach the platform at, for links in letters: https://eit.example. */
  readonly origin: string;
  /** A provider of identity, where whoever runs the platform named one. */
  readonly oidc: OidcProvider | null;
};
