import { moves, type ReasonCode, reasonCodes, reasonNames, type Stage, stageNames } from "@simbiosi/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, Dialog, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

export type Decision = {
  readonly stage: Stage;
  readonly version: number;
  readonly next_step: string | null;
  readonly next_owner: string | null;
  readonly next_on: string | null;
};

type Move = {
  readonly stage: Stage;
  readonly reason_code?: ReasonCode | null;
  readonly reason?: string | null;
  readonly next_step?: string | null;
  readonly next_owner?: string | null;
  readonly next_on?: string | null;
};

/** Writes a decision, and can take it back as long as nobody decided otherwise meanwhile. */
export function useDecide(territory: string, lead: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ move, version }: { readonly move: Move; readonly version: number | undefined }) =>
      got(
        api.POST("/api/v1/territories/{territory}/leads/{lead}/decision", {
          params: { path: { territory, lead } },
          body: { ...move, ...(version === undefined ? {} : { version }) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [territory, "leads"] }),
  });
}

/** Keep, set aside with a coded reason, move on: what the stage allows. */
export function Decide({
  territory,
  lead,
  decision,
}: {
  readonly territory: string;
  readonly lead: string;
  readonly decision: Decision | null;
}) {
  const { words, of } = useWords();
  const say = useCatalogue(leadWords);
  const toast = useToast();
  const decide = useDecide(territory, lead);
  const [aside, setAside] = useState<Stage>();
  const [code, setCode] = useState<ReasonCode | "">("");
  const [reason, setReason] = useState("");
  const stage = decision?.stage ?? "detected";
  const go = (move: Move, told: string): void =>
    decide.mutate(
      { move, version: decision?.version },
      {
        onSuccess: (now) => {
          setAside(undefined);
          const back = moves[now.stage].includes(stage);
          toast(told, back ? () => decide.mutate({ move: { stage }, version: now.version }) : undefined);
        },
      },
    );
  const onward = moves[stage].filter((next) => next !== "abandoned" && next !== "on-hold" && next !== "detected");
  return (
    <>
      {decide.isError && <ProblemNote error={decide.error} />}
      <div className="row">
        {stage === "detected" ? (
          <Button look="main" onPress={() => go({ stage: "to-qualify" }, say.kept)} isDisabled={decide.isPending}>
            {say.keep}
          </Button>
        ) : (
          onward.map((next) => (
            <Button
              key={next}
              look={next === onward[0] ? "main" : "plain"}
              onPress={() => go({ stage: next }, say.moved)}
              isDisabled={decide.isPending}
            >
              {of(stageNames[next])}
            </Button>
          ))
        )}
        {moves[stage].includes("on-hold") && (
          <Button onPress={() => setAside("on-hold")}>{of(stageNames["on-hold"])}…</Button>
        )}
        {moves[stage].includes("abandoned") && (
          <Button look="danger" onPress={() => setAside("abandoned")}>
            {say.setAside}
          </Button>
        )}
      </div>
      <Dialog title={say.setAside.replace("…", "")} open={aside !== undefined} onClose={() => setAside(undefined)}>
        {decide.isError && <ProblemNote error={decide.error} />}
        <Select
          label={say.reason}
          value={code}
          onChange={setCode}
          options={[
            { value: "" as const, label: words.app.none },
            ...reasonCodes.map((value) => ({ value, label: of(reasonNames[value]) })),
          ]}
        />
        <TextField label={say.words} lines={3} value={reason} onChange={setReason} />
        <div className="row">
          <Button
            look="main"
            isDisabled={code === "" || decide.isPending}
            onPress={() =>
              aside !== undefined &&
              code !== "" &&
              go({ stage: aside, reason_code: code, reason: reason === "" ? null : reason }, say.aside)
            }
          >
            {words.app.save}
          </Button>
          <Button onPress={() => setAside(undefined)}>{words.app.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
}
