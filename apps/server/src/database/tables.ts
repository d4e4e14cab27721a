import type { ColumnType, Generated } from "kysely";

type Moment = ColumnType<Date, Date, Date>;
type MomentOrNot = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** A day, as text: a date of PostgreSQL has no time zone, an object Date has one. */
type DayOrNot = ColumnType<string | null, string | null | undefined, string | null>;
type Day = ColumnType<string, string, string>;
/** Anything that JSON can say; written as text. */
type Json<T = unknown> = ColumnType<T, string, string>;
type JsonOrNot = ColumnType<unknown, string | null | undefined, string | null>;

/** The tables, as the migrations leave them. */
export type Tables = {
  account: {
    id: string;
    email: string;
    name: string;
    lang: "fr" | "en";
    password_hash: string | null;
    totp_secret: string | null;
    /** The last code that served, by the count of half minutes it stood for. */
    totp_turn: ColumnType<string | null, number | null | undefined, number | null>;
    platform_role: "admin" | "officer" | null;
    demonstration: Generated<boolean>;
    created_at: Moment;
    closed_at: MomentOrNot;
  };
  session: {
    id: string;
    token_hash: Buffer;
    account_id: string | null;
    link_id: string | null;
    half_open: boolean;
    created_at: Moment;
    seen_at: Moment;
    expires_at: Moment;
    revoked_at: MomentOrNot;
    agent: string;
  };
  sign_in: { id: string; at: Moment; email: string; account_id: string | null; source: string; outcome: string };
  territory: {
    id: string;
    name: string;
    type: string | null;
    data: Json;
    demonstration: Generated<boolean>;
    version: Generated<number>;
    created_at: Moment;
    archived_at: MomentOrNot;
  };
  membership: {
    territory_id: string;
    account_id: string;
    role: "facilitator" | "adviser" | "lead";
    starts_on: Day;
    ends_on: DayOrNot;
    revoked_at: MomentOrNot;
  };
  establishment: {
    id: string;
    name: string;
    siret: string | null;
    lon: number | null;
    lat: number | null;
    data: Json;
    version: Generated<number>;
    created_at: Moment;
    updated_at: Moment;
  };
  joining: {
    territory_id: string;
    establishment_id: string;
    at: Moment;
    link_id: string | null;
    told: Json;
    answer: "accepted" | "declined" | null;
    answered_at: MomentOrNot;
    answered_by: string | null;
    set_aside: string | null;
  };
  participation: {
    territory_id: string;
    establishment_id: string;
    key: string;
    joined_at: Moment;
    left_at: MomentOrNot;
  };
  flow: {
    id: string;
    establishment_id: string;
    key: string;
    direction: "in" | "out";
    label: string;
    data: Json;
    version: Generated<number>;
    created_at: Moment;
    updated_at: Moment;
    removed_at: MomentOrNot;
  };
  company_link: {
    id: string;
    territory_id: string;
    establishment_id: string;
    token_hash: Buffer;
    email: string | null;
    created_at: Moment;
    created_by: string;
    expires_at: Moment;
    used_at: MomentOrNot;
    revoked_at: MomentOrNot;
  };
  detection_run: {
    territory_id: string;
    id: string;
    at: Moment;
    day: Day;
    flows: number;
    leads: number;
    changes: Json;
    rest: Json;
  };
  lead: {
    territory_id: string;
    id: string;
    rank: number;
    kind: string;
    verdict: string;
    gain: number | null;
    ease: number;
    fr: Json;
    en: Json;
    brief_fr: JsonOrNot;
    brief_en: JsonOrNot;
    run_id: string;
    found_at: Moment;
  };
  lead_glimpse: { territory_id: string; lead_id: string; establishment_id: string; fr: Json; en: Json };
  synergy: {
    territory_id: string;
    lead_id: string;
    stage: string;
    title_fr: string;
    title_en: string;
    reason_code: string | null;
    reason: string | null;
    next_step: string | null;
    next_owner: string | null;
    next_on: DayOrNot;
    stage_since: Moment;
    version: Generated<number>;
  };
  synergy_establishment: {
    territory_id: string;
    lead_id: string;
    establishment_id: string;
    answer: "interested" | "not-now" | "no" | null;
    answer_reason: string | null;
    answered_at: MomentOrNot;
  };
  synergy_event: {
    territory_id: string;
    id: string;
    lead_id: string;
    at: Moment;
    account_id: string | null;
    from_stage: string | null;
    to_stage: string;
    reason_code: string | null;
    reason: string | null;
  };
  contact: {
    territory_id: string;
    id: string;
    establishment_id: string;
    name: string;
    position: string | null;
    email: string | null;
    phone: string | null;
    note: string | null;
    opted_out: Generated<boolean>;
    version: Generated<number>;
    removed_at: MomentOrNot;
  };
  encounter: {
    territory_id: string;
    id: string;
    establishment_id: string;
    kind: string;
    on_day: Day;
    notes: Generated<string>;
    account_id: string | null;
    recorded_at: Moment;
    removed_at: MomentOrNot;
    title: string | null;
    contact_id: string | null;
  };
  change: {
    territory_id: string;
    id: string;
    at: Moment;
    account_id: string | null;
    link_id: string | null;
    source: string;
    object: string;
    object_id: string;
    action: "created" | "changed" | "removed" | "restored";
    before: JsonOrNot;
    after: JsonOrNot;
    establishment_id: string | null;
  };
  audit_head: { territory_id: string; seq: ColumnType<string, number, number>; hash: Buffer };
  audit: {
    territory_id: string;
    seq: ColumnType<string, number, number>;
    at: Moment;
    actor: string | null;
    action: string;
    object: string;
    content_digest: Buffer;
    hash: Buffer;
  };
  audit_content: { territory_id: string; seq: ColumnType<string, number, number>; salt: Buffer; content: Json };
  import_batch: {
    territory_id: string;
    id: string;
    at: Moment;
    account_id: string | null;
    file_name: string;
    /** Null once a company that was in it had itself forgotten. */
    file: Buffer | null;
    mapping: JsonOrNot;
    status: "previewed" | "applied" | "undone";
    applied_at: MomentOrNot;
    undone_at: MomentOrNot;
    effects: ColumnType<unknown, string | undefined, string>;
    format: Generated<"inventory" | "sirene" | "irep" | "trackdechets" | "cnig">;
    corrections: ColumnType<unknown, string | undefined, string>;
    preview: JsonOrNot;
    kept: ColumnType<unknown, string | undefined, string>;
  };
  action_sheet: {
    territory_id: string;
    id: string;
    version: Generated<number>;
    key: string | null;
    sheet: Json;
    created_at: Moment;
    updated_at: Moment;
    removed_at: MomentOrNot;
  };
  import_mapping: {
    territory_id: string;
    table_name: "establishments" | "flows";
    header: string;
    key: string | null;
    at: Moment;
    account_id: string | null;
  };
  document: {
    territory_id: string;
    id: string;
    at: Moment;
    account_id: string | null;
    audience: "facilitator" | "funder" | "public";
    lang: "fr" | "en";
    status: "asked" | "making" | "done" | "failed" | "stopped";
    progress: Generated<string>;
  };
  document_file: {
    territory_id: string;
    document_id: string;
    name: string;
    media_type: string;
    bytes: Buffer;
  };
  comment: {
    territory_id: string;
    id: string;
    object: string;
    object_id: string;
    at: Moment;
    account_id: string | null;
    body: string;
    removed_at: MomentOrNot;
  };
  attachment: {
    territory_id: string;
    id: string;
    object: string;
    object_id: string;
    at: Moment;
    account_id: string | null;
    name: string;
    media_type: string;
    size: number;
    bytes: Buffer;
    removed_at: MomentOrNot;
  };
  workshop: {
    territory_id: string;
    id: string;
    name: string;
    on_day: Day;
    place: Generated<string>;
    participants: ColumnType<string[], string[], string[]>;
    version: Generated<number>;
    created_at: Moment;
  };
  workshop_card: {
    territory_id: string;
    id: string;
    workshop_id: string;
    flow_id: string;
    at: Moment;
    account_id: string | null;
    removed_at: MomentOrNot;
  };
  workshop_pick: {
    territory_id: string;
    workshop_id: string;
    lead_id: string;
    votes: number;
    shortlisted: boolean;
  };
  insight: { territory_id: string; run_id: string; at: Moment; data: Json };
  territory_total: { territory_id: string; run_id: string; at: Moment; data: Json };
  scenario: {
    territory_id: string;
    id: string;
    name: string;
    wish: Json;
    status: "asked" | "solving" | "done" | "failed" | "stopped";
    progress: JsonOrNot;
    answer: JsonOrNot;
    asked_at: Moment;
    solved_at: MomentOrNot;
    version: Generated<number>;
    removed_at: MomentOrNot;
  };
  boundary: {
    territory_id: string;
    id: string;
    name: string;
    at: Moment;
    account_id: string | null;
    shapes: number;
    geojson: Json;
    removed_at: MomentOrNot;
  };
  invitation: {
    id: string;
    account_id: string;
    territory_id: string | null;
    token_hash: Buffer;
    created_at: Moment;
    created_by: string | null;
    expires_at: Moment;
    used_at: MomentOrNot;
    revoked_at: MomentOrNot;
  };
  account_identity: { issuer: string; subject: string; account_id: string; linked_at: Moment };
  sign_in_challenge: {
    id: string;
    ticket_hash: Buffer;
    kind: "oidc" | "passkey" | "new-passkey";
    account_id: string | null;
    data: Json;
    expires_at: Moment;
  };
  passkey: {
    id: string;
    account_id: string;
    name: string;
    credential_id: string;
    public_key: Buffer;
    counter: ColumnType<string, number, number>;
    transports: ColumnType<string[], string[], string[]>;
    created_at: Moment;
    used_at: MomentOrNot;
  };
  api_token: {
    id: string;
    territory_id: string;
    account_id: string;
    name: string;
    scope: "read" | "write";
    token_hash: Buffer;
    created_at: Moment;
    expires_at: Moment;
    used_at: MomentOrNot;
    revoked_at: MomentOrNot;
  };
  idempotence: { key: string; actor: string; route: string; status: number; answer: Json; at: Moment };
};
