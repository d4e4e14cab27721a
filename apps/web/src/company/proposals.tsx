import { natureOf, stageNames } from "@simbiosi/domain";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { shortNumber } from "../ui/figure.tsx";
import { Badge, Button, Empty, Note, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { proposalWords } from "./proposal-words.ts";
import { proposalsQuery } from "./queries.ts";
import { companyWords } from "./words.ts";
import "./company.css";

const answers = ["interested", "not-now", "no"] as const;
type Answer = (typeof answers)[number];

/** What is proposed to the company: what it may gain, who may be over there, three answers, and what is told of it. */
export function Proposals() {
  const { territory } = useHere();
  const { lang, words } = useWords();
  const say = useCatalogue(proposalWords);
  useTitle(words.nav.proposals);
  const { data } = useSuspenseQuery(proposalsQuery(territory, lang));
  const running = data.proposals.filter(({ stage }) => stage !== null);
  return (
    <div className="thumb stack">
      <h1>{words.nav.proposals}</h1>
      {data.proposals.length === 0 ? (
        <Empty title={say.noProposal}>
          <p>{say.noProposalHelp}</p>
        </Empty>
      ) : (
        <>
          {running.length > 0 && <h2>{say.synergies}</h2>}
          {running.map((one) => (
            <Proposal key={one.lead} proposal={one} />
          ))}
          {running.length > 0 && <h2>{say.toSee}</h2>}
          {data.proposals
            .filter(({ stage }) => stage === null)
            .map((one) => (
              <Proposal key={one.lead} proposal={one} />
            ))}
          <p className="soft">{words.app.legal}</p>
        </>
      )}
    </div>
  );
}

type ProposalJson = Awaited<ReturnType<NonNullable<ReturnType<typeof proposalsQuery>["queryFn"]>>>["proposals"][number];

function Proposal({ proposal }: { readonly proposal: ProposalJson }) {
  const { lead, kind, mine, others, gain, verdict, answer, stage } = proposal;
  const { territory } = useHere();
  const { lang, of } = useWords();
  const say = useCatalogue(proposalWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState(proposal.reason ?? "");
  const tell = useMutation({
    mutationFn: (said: { readonly answer: Answer; readonly reason: string | null }) =>
      got(
        api.POST("/api/v1/territories/{territory}/proposals/{lead}/answer", {
          params: { path: { territory, lead } },
          body: said,
        }),
      ),
    onSuccess: () => {
      toast(say.answerSaved);
      return queries.invalidateQueries({ queryKey: [territory, "leads"] });
    },
  });
  const title = mine.map(({ label }) => label).join(" + ");
  return (
    <article className="card" aria-label={title}>
      <h2>{title}</h2>
      <p>
        <Badge tone="petrol">{say.kinds[kind] ?? kind}</Badge>{" "}
        {stage !== null && <Badge tone="doing">{of(stageNames[stage])}</Badge>}{" "}
        {answer !== null && <Badge tone={answer === "interested" ? "good" : "plain"}>{say.answered[answer]}</Badge>}
      </p>
      <dl className="facts">
        <dt>{say.otherSide}</dt>
        <dd>
          {others.name ?? say.unnamed(others.count)}
          {others.sector !== null && ` · ${others.sector}`}
          {others.label !== null && ` · ${say.looksFor(others.label)}`}
          {others.km !== null && ` · ${say.atKm(others.km)}`}
        </dd>
        <dt>{stage === null ? say.yourGain : say.gainNature[natureOf(stage)]}</dt>
        <dd>
          {gain === null
            ? say.gainUnknown
            : gain.value !== null
              ? say.gainExact(shortNumber(gain.value, lang))
              : gain.high === 0
                ? say.gainNone
                : say.gainBetween(shortNumber(gain.low, lang), shortNumber(gain.high, lang))}
        </dd>
        <dt>{say.law}</dt>
        <dd>{say.verdicts[verdict] ?? verdict}</dd>
      </dl>
      {tell.isError && <ProblemNote error={tell.error} />}
      <fieldset className="answers">
        <legend className="only-read">{title}</legend>
        {answers.map((one) => (
          <Button
            key={one}
            look={answer === one ? "main" : "plain"}
            isDisabled={tell.isPending}
            aria-pressed={answer === one}
            onPress={() => tell.mutate({ answer: one, reason: reason.trim() === "" ? null : reason.trim() })}
          >
            {say.answers[one]}
          </Button>
        ))}
      </fieldset>
      {answer !== null && (
        <>
          <TextField label={say.why} lines={2} maxLength={1000} value={reason} onChange={setReason} />
          {reason.trim() !== (proposal.reason ?? "") && (
            <Button onPress={() => tell.mutate({ answer, reason: reason.trim() === "" ? null : reason.trim() })}>
              {say.sendWhy}
            </Button>
          )}
        </>
      )}
      <Agreement proposal={proposal} />
    </article>
  );
}

/** What the other side reads of this company, and the opt-in that lets both names be told. */
function Agreement({ proposal }: { readonly proposal: ProposalJson }) {
  const { lead, seen, agreed, may_agree, others } = proposal;
  const { territory } = useHere();
  const { day } = useWords();
  const say = useCatalogue(proposalWords);
  const company = useCatalogue(companyWords);
  const toast = useToast();
  const agree = useAgree(territory);
  const tellAll = (fields: ("name" | "quantity")[]): void =>
    agree.mutate({ lead, fields }, { onSuccess: () => toast(fields.length === 0 ? company.revoked : say.agreed) });
  return (
    <>
      <h3>{say.theySee}</h3>
      <p>
        {seen === null || seen.level === "facilitator"
          ? say.theySeeNothing
          : seen.level === "named" && seen.name !== null
            ? say.theySeeName(seen.name, seen.label ?? "")
            : say.theySeeNature(seen.label ?? "", seen.sector === null ? "" : ` (${seen.sector})`)}
      </p>
      {agree.isError && <ProblemNote error={agree.error} />}
      {!may_agree ? (
        <p className="soft">{say.several}</p>
      ) : agreed === null ? (
        <>
          <Button onPress={() => tellAll(["name", "quantity"])} isDisabled={agree.isPending}>
            {say.agree}
          </Button>
          <p className="soft">{say.agreeHelp}</p>
        </>
      ) : (
        <Note>
          <p>
            {say.agreedOn(day(agreed.date))} {others.level === "named" ? say.agreedBoth : say.agreedWaiting}
          </p>
          <Button look="danger" onPress={() => tellAll([])} isDisabled={agree.isPending}>
            {company.revoke}
          </Button>
        </Note>
      )}
    </>
  );
}

function useAgree(territory: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ lead, fields }: { readonly lead: string; readonly fields: ("name" | "quantity")[] }) =>
      got(
        api.PUT("/api/v1/territories/{territory}/proposals/{lead}/agreement", {
          params: { path: { territory, lead } },
          body: { fields },
        }),
      ),
    onSuccess: () =>
      Promise.all(["leads", "flows"].map((key) => queries.invalidateQueries({ queryKey: [territory, key] }))),
  });
}
