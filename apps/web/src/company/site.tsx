import type { Establishment, Visibility } from "@simbiosi/domain";
import { type FormEvent, useState } from "react";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { same } from "../outbox/command.ts";
import { useDraft } from "../outbox/draft.ts";
import { send, useOutbox } from "../outbox/outbox.ts";
import { Button, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedNumber } from "../words/typed-number.ts";
import { useWords } from "../words/words.tsx";
import { Choice } from "./choice.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import { useOwnSite } from "./own-site.ts";
import { SeenBy } from "./seen-by.tsx";
import { siteWords } from "./site-words.ts";
import { useOwner } from "./use-flows.ts";
import { companyWords } from "./words.ts";

type Typed = {
  readonly name: string;
  readonly siret: string;
  readonly naf: string;
  readonly staff: string;
  readonly zone: string;
  readonly shifts: string;
  readonly communes: string;
  readonly roof: string;
  readonly payer: string;
  readonly visibility: Visibility;
};
const typedSite = (site: Partial<Establishment>): Typed => ({
  name: site.name ?? "",
  siret: site.siret ?? "",
  naf: site.naf ?? "",
  staff: site.staff === null || site.staff === undefined ? "" : String(site.staff),
  zone: site.zone ?? "",
  shifts: site.shifts?.join(" ; ") ?? "",
  communes: Object.entries(site.home_communes ?? {})
    .map(([commune, count]) => `${commune}=${count}`)
    .join(" ; "),
  roof: site.roof_m2 === null || site.roof_m2 === undefined ? "" : String(site.roof_m2),
  payer: site.waste_payer ?? "",
  visibility: site.visibility ?? "facilitator",
});

const parts = (typed: string): readonly string[] =>
  typed
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
const shiftsIn = (typed: string): readonly string[] | undefined => {
  const shifts = parts(typed).map((one) =>
    one.replace(/\s*[-–à]\s*/, "-").replace(/(\d{1,2})h(\d{2})?/g, (_, h, m) => `${h}:${m ?? "00"}`),
  );
  const full = shifts.map((one) => one.replace(/\b(\d):/g, "0$1:"));
  return full.every((one) => /^\d{2}:\d{2}-\d{2}:\d{2}$/.test(one)) ? full : undefined;
};
const communesIn = (typed: string): Readonly<Record<string, number>> | undefined => {
  const pairs = parts(typed).map((one) => /^(\d{5}|2[AB]\d{3})\s*=\s*(\d+)$/i.exec(one));
  return pairs.some((pair) => pair === null)
    ? undefined
    : Object.fromEntries(pairs.map((pair) => [pair?.[1]?.toUpperCase() ?? "", Number(pair?.[2])]));
};

/** Who the company is and what car-pooling, a shared roof or a group purchase need to know; who reads each line beside it. */
export function CompanySite() {
  const { words } = useWords();
  useTitle(words.nav.mySite);
  const site = useOwnSite();
  if (site === undefined) return <NotFound />;
  return (
    <>
      <h1>{words.nav.mySite}</h1>
      <SiteForm key={site.version} site={site} />
    </>
  );
}

function SiteForm({
  site,
}: {
  readonly site: Partial<Establishment> & { readonly id: string; readonly version: number };
}) {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(siteWords);
  const company = useCatalogue(companyWords);
  const flowSay = useCatalogue(flowCardWords);
  const toast = useToast();
  const owner = useOwner();
  const pending = useOutbox().filter(({ kind, object }) => kind === "establishment" && object === site.id);
  const standing: Partial<Establishment> = Object.assign({}, site, ...pending.map(({ body }) => body.fields ?? {}));
  const { value, change, clear } = useDraft<Typed>(`${owner}.site`, typedSite(standing));
  const [wrong, setWrong] = useState<Partial<Record<keyof Typed, string>>>({});
  const set =
    <K extends keyof Typed>(field: K) =>
    (typed: Typed[K]): void =>
      change({ ...value, [field]: typed });
  const told = (field: keyof Typed): { wrong?: string } => {
    const sentence = wrong[field];
    return sentence === undefined ? {} : { wrong: sentence };
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const shifts = shiftsIn(value.shifts);
    const communes = communesIn(value.communes);
    const roof = typedNumber(value.roof);
    const siret = value.siret.replace(/\s/g, "");
    const found: Partial<Record<keyof Typed, string>> = {
      ...(value.name.trim() === "" ? { name: company.needed } : {}),
      ...(shifts === undefined ? { shifts: say.notUnderstood("06:00-14:00 ; 14:00-22:00") } : {}),
      ...(communes === undefined ? { communes: say.notUnderstood("2B033=14 ; 2B037=7") } : {}),
      ...(roof === undefined || (roof !== null && roof < 0) ? { roof: company.wrongNumber } : {}),
      ...(siret !== "" && !/^\d{14}$/.test(siret) ? { siret: say.notUnderstood("123 456 789 00012") } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const staff = value.staff.trim();
    const all: Readonly<Record<string, unknown>> = {
      name: value.name.trim(),
      siret: siret === "" ? null : siret,
      naf: value.naf.trim() === "" ? null : value.naf.trim(),
      // A head count, or a band in words.
      staff:
        staff === ""
          ? null
          : typeof standing.staff === "string" && standing.staff === staff
            ? staff
            : (typedNumber(staff) ?? staff),
      zone: value.zone.trim() === "" ? null : value.zone.trim(),
      shifts: shifts === undefined || shifts.length === 0 ? null : shifts,
      home_communes: communes === undefined || Object.keys(communes).length === 0 ? null : communes,
      roof_m2: roof ?? null,
      waste_payer: value.payer === "" ? null : value.payer,
      visibility: value.visibility,
    };
    const before = standing as Readonly<Record<string, unknown>>;
    const fields = Object.fromEntries(Object.entries(all).filter(([key, now]) => !same(now, before[key])));
    if (Object.keys(fields).length > 0)
      await send({
        owner,
        territory,
        kind: "establishment",
        object: site.id,
        establishment: site.id,
        title: value.name.trim(),
        method: "PATCH",
        path: `/api/v1/territories/${territory}/establishments/${site.id}`,
        body: { version: site.version, fields },
        before: Object.fromEntries(Object.keys(fields).map((key) => [key, before[key] ?? null])),
      });
    clear();
    toast(navigator.onLine ? company.saved : company.savedLater);
  };
  const seen = { visibility: value.visibility };
  return (
    <form className="thumb" onSubmit={(event) => void save(event)} noValidate>
      <TextField label={say.name} value={value.name} onChange={set("name")} {...told("name")} />
      <SeenBy field="identity" {...seen} />
      <TextField label={say.siret} inputMode="numeric" value={value.siret} onChange={set("siret")} {...told("siret")} />
      <SeenBy field="identity" {...seen} />
      <TextField label={say.naf} value={value.naf} onChange={set("naf")} />
      <SeenBy field="identity" {...seen} />
      <TextField label={say.zone} value={value.zone} onChange={set("zone")} />
      <SeenBy field="identity" {...seen} />
      <TextField label={say.staff} inputMode="numeric" value={value.staff} onChange={set("staff")} />
      <SeenBy field="own" {...seen} />
      <TextField
        label={say.shifts}
        help={say.shiftsHelp}
        value={value.shifts}
        onChange={set("shifts")}
        {...told("shifts")}
      />
      <SeenBy field="own" {...seen} />
      <TextField
        label={say.communes}
        help={say.communesHelp}
        value={value.communes}
        onChange={set("communes")}
        {...told("communes")}
      />
      <SeenBy field="own" {...seen} />
      <TextField label={say.roof} inputMode="numeric" value={value.roof} onChange={set("roof")} {...told("roof")} />
      <SeenBy field="own" {...seen} />
      <Select
        label={say.payer}
        value={value.payer}
        options={Object.entries(say.payers).map(([one, label]) => ({ value: one, label }))}
        onChange={set("payer")}
      />
      <SeenBy field="own" {...seen} />
      <Choice
        legend={say.siteDefault}
        value={value.visibility}
        onChange={set("visibility")}
        options={(["facilitator", "territory", "public"] as const).map((one) => ({
          value: one,
          label: flowSay.visibilities[one],
          help: flowSay.visibilityHelp[one],
        }))}
      />
      <Button look="main" type="submit">
        {words.app.save}
      </Button>
    </form>
  );
}
