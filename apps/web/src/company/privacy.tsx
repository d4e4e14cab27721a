import type { Consent, Visibility } from "@simbiosi/domain";
import { useSuspenseQueries } from "@tanstack/react-query";
import { flowsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { Demarches } from "../joinings/demarches.tsx";
import { useOutbox } from "../outbox/outbox.ts";
import { Button, Select } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import { useOwnSite } from "./own-site.ts";
import { privacyWords } from "./privacy-words.ts";
import { linksQuery, proposalsQuery } from "./queries.ts";
import { SeenBy } from "./seen-by.tsx";
import { type ShownFlow, useFlowCommands, withPending } from "./use-flows.ts";
import { companyWords } from "./words.ts";

const today = (): string => new Date().toISOString().slice(0, 10);

/** Everything that others may read of the company, on one page, each line with the way to take it back. */
export function Privacy() {
  const { territory } = useHere();
  const { lang, moment, words } = useWords();
  const say = useCatalogue(privacyWords);
  useTitle(words.nav.privacy);
  const site = useOwnSite();
  const [flows, links] = useSuspenseQueries({ queries: [flowsQuery(territory), linksQuery(territory)] });
  const pending = useOutbox();
  if (site === undefined) return <NotFound />;
  const own = withPending(flows.data.flows, pending, site.id);
  const told = own.flatMap((flow) => (flow.consents ?? []).map((consent) => ({ flow, consent })));
  return (
    <div className="thumb stack">
      <h1>{words.nav.privacy}</h1>
      <p>{say.privacyIntro}</p>
      <h2>{say.byFlow}</h2>
      {own.length === 0 && <p>{say.noFlowYet}</p>}
      {own.map((flow) => (
        <FlowVisibility key={flow.id} flow={flow} establishment={site.id} fallback={site.visibility ?? "facilitator"} />
      ))}
      <h2>{say.consents}</h2>
      {told.length === 0 ? (
        <p>{say.noConsent}</p>
      ) : (
        <ul className="tiles">
          {told.map(({ flow, consent }) => (
            <ConsentLine
              key={`${flow.id} ${consent.to}`}
              flow={flow}
              consent={consent}
              establishment={site.id}
              lang={lang}
            />
          ))}
        </ul>
      )}
      <Demarches />
      <h2>{say.links}</h2>
      <p className="soft">{say.linkHelp}</p>
      <ul>
        {links.data.links.map((link) => (
          <li key={link.id}>
            {link.email === null ? say.linkByHand : say.linkTo(link.email)},{" "}
            {link.used_at === null ? say.linkUnused : say.linkUsed(moment(link.used_at))},{" "}
            {link.revoked ? say.linkRevoked : say.linkUntil(moment(link.expires_at))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FlowVisibility({
  flow,
  establishment,
  fallback,
}: {
  readonly flow: ShownFlow;
  readonly establishment: string;
  readonly fallback: Visibility;
}) {
  const say = useCatalogue(privacyWords);
  const company = useCatalogue(companyWords);
  const flowSay = useCatalogue(flowCardWords);
  const toast = useToast();
  const commands = useFlowCommands(establishment);
  const visibility = flow.visibility ?? fallback;
  const consents = flow.consents ?? [];
  const change = (next: Visibility): void => {
    void commands.correct(flow, { visibility: next });
    toast(company.saved, () => void commands.correct({ ...flow, visibility: next }, { visibility }));
  };
  const toFunder = consents.some(({ to }) => to === "funder");
  return (
    <section className="card" aria-label={flow.label}>
      <h3>{flow.label}</h3>
      <Select
        label={flowSay.visibility}
        value={visibility}
        options={(["facilitator", "territory", "public"] as const).map((value) => ({
          value,
          label: flowSay.visibilities[value],
        }))}
        onChange={change}
      />
      <SeenBy field="nature" visibility={visibility} consents={consents} />
      <p className="spaced">{flowSay.quantity}</p>
      <SeenBy field="quantity" visibility={visibility} consents={consents} />
      {!toFunder && (
        <Button
          onPress={() =>
            void commands.correct(flow, {
              consents: [...consents, { to: "funder", fields: ["name", "quantity"], date: today() }],
            })
          }
        >
          {say.tellFunder}
        </Button>
      )}
    </section>
  );
}

function ConsentLine({
  flow,
  consent,
  establishment,
  lang,
}: {
  readonly flow: ShownFlow;
  readonly consent: Consent;
  readonly establishment: string;
  readonly lang: "fr" | "en";
}) {
  const { territory } = useHere();
  const { day } = useWords();
  const say = useCatalogue(privacyWords);
  const company = useCatalogue(companyWords);
  const toast = useToast();
  const commands = useFlowCommands(establishment);
  const [{ data }] = useSuspenseQueries({ queries: [proposalsQuery(territory, lang)] });
  // The name of the other company, where both agreed to tell theirs.
  const named = data.proposals.find(
    ({ agreed, others, mine }) => agreed !== null && others.name !== null && mine.some((one) => one.flow === flow.id),
  );
  const whom =
    consent.to === "funder"
      ? say.toFunder
      : consent.to === "public"
        ? say.toPublic
        : named?.others.name
          ? say.toNamed(named.others.name)
          : say.toCompany;
  const others = (flow.consents ?? []).filter(({ to }) => to !== consent.to);
  return (
    <li className="card">
      <p>
        {consent.fields.map((field) => say.tells[field]).join(", ")} <strong>{whom}</strong> {say.forFlow(flow.label)},{" "}
        {say.since(day(consent.date))}
      </p>
      <Button
        look="danger"
        onPress={() => {
          void commands.correct(flow, { consents: others });
          toast(company.revoked);
        }}
      >
        {company.revoke}
      </Button>
    </li>
  );
}
