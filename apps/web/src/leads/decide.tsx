import { moves, type ReasonCode, reasonCodes, reasonNames, type Stage, stageNames } from "@simbiosi/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

export type Decision = {
  readonly stage: Stage;
  readonly version: number;
  readonly stage_since: string;
  readonly next_step: string | null;
  readonly next_owner: string | null;
  readonly next_on: string | null;
};
/** A lead to decide on, and the version of its decision that is on the screen. */
export type Decided = { readonly id: string; readonly decision: Pick<Decision, "stage" | "version"> | null };

export type Move = {
  readonly stage: Stage;
  readonly reason_code?: ReasonCode | null;
  readonly reason?: string | null;
};
export type Step = {
  readonly next_step: string | null;
  readonly next_owner: string | null;
  readonly next_on: string | null;
};

const touched = (territory: string) => ({ queryKey: [territory] as const });

/** Moves one or several leads, and says so with a way to take it back. */
export function useMove(territory: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const { of } = useWords();
  const say = useCatalogue(leadWords);
  const again = () => queries.invalidateQueries(touched(territory));
  const undo = useMutation({
    mutationFn: (leads: { lead: string; version: number }[]) =>
      got(
        api.POST("/api/v1/territories/{territory}/decisions/undo", {
          params: { path: { territory } },
          body: { leads },
        }),
      ),
    onSuccess: ({ undone, refused }) => {
      if (undone.length > 0) toast(say.undone);
      const [first] = refused;
      if (first !== undefined) toast(of(first));
    },
    onSettled: again,
  });
  return useMutation({
    mutationFn: ({ leads, move }: { readonly leads: readonly Decided[]; readonly move: Move }) =>
      got(
        api.POST("/api/v1/territories/{territory}/decisions", {
          params: { path: { territory } },
          body: {
            leads: leads.map(({ id, decision }) => ({
              lead: id,
              ...(decision === null ? {} : { version: decision.version }),
            })),
            ...move,
          },
        }),
      ),
    onSuccess: ({ decided, refused }, { move }) => {
      const n = decided.length;
      const told =
        move.stage === "to-qualify"
          ? say.keptMany(n)
          : move.stage === "abandoned"
            ? say.asideMany(n)
            : `${say.stageMoved} ${of(stageNames[move.stage])}`;
      if (n > 0) toast(told, () => undo.mutate(decided));
      const [first] = refused;
      if (first !== undefined) toast(`${say.refusedMany(refused.length)} : ${of(first)}`);
    },
    onSettled: again,
  });
}

/** Writes the next step of a lead. */
export function useStep(territory: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ lead, stage, version, step }: StepOf) =>
      got(
        api.POST("/api/v1/territories/{territory}/leads/{lead}/decision", {
          params: { path: { territory, lead } },
          body: { stage, ...(version === undefined ? {} : { version }), ...step },
        }),
      ),
    onSettled: () => queries.invalidateQueries(touched(territory)),
  });
}
type StepOf = {
  readonly lead: string;
  readonly stage: Stage;
  readonly version: number | undefined;
  readonly step: Step;
};

export const asksReason = (stage: Stage): boolean => stage === "abandoned" || stage === "on-hold";

/** Why: a coded reason where a lead stops, words alone where it is kept. */
export function ReasonDialog({
  stage,
  onClose,
  onSay,
}: {
  /** Where to; closed when undefined. */
  readonly stage: Stage | undefined;
  readonly onClose: () => void;
  readonly onSay: (move: Move) => void;
}) {
  const say = useCatalogue(leadWords);
  const title =
    stage === "abandoned" ? say.setAsideTitle : stage === "on-hold" ? say.onHoldTitle : stage && say.keepTitle;
  return (
    <Dialog title={title ?? ""} open={stage !== undefined} onClose={onClose}>
      {stage !== undefined && <ReasonForm key={stage} stage={stage} onClose={onClose} onSay={onSay} />}
    </Dialog>
  );
}

function ReasonForm({
  stage,
  onClose,
  onSay,
}: {
  readonly stage: Stage;
  readonly onClose: () => void;
  readonly onSay: (move: Move) => void;
}) {
  const { words, of } = useWords();
  const say = useCatalogue(leadWords);
  const [code, setCode] = useState<ReasonCode | "">("");
  const [reason, setReason] = useState("");
  const coded = asksReason(stage);
  const incomplete = coded && (code === "" || (code === "other" && reason.trim() === ""));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (incomplete) return;
        onSay({ stage, reason_code: code === "" ? null : code, reason: reason.trim() === "" ? null : reason.trim() });
      }}
    >
      {coded && (
        <>
          <p className="soft">{say.reasonHelp}</p>
          <Select
            label={say.reason}
            value={code}
            onChange={setCode}
            options={[
              { value: "" as const, label: say.pick },
              ...reasonCodes.map((value) => ({ value, label: of(reasonNames[value]) })),
            ]}
          />
        </>
      )}
      <TextField
        label={coded ? say.words : say.keepWhy}
        {...(coded ? { lines: 3 } : {})}
        value={reason}
        onChange={setReason}
        autoFocus={!coded}
      />
      <div className="row">
        <Button look="main" type="submit" isDisabled={incomplete}>
          {words.app.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </form>
  );
}

/** Keep, set aside with a coded reason, move on: what the stage allows. */
export function Decide({ territory, lead }: { readonly territory: string; readonly lead: Decided }) {
  const { of } = useWords();
  const say = useCatalogue(leadWords);
  const move = useMove(territory);
  const [asked, ask] = useState<Stage>();
  const stage = lead.decision?.stage ?? "detected";
  const go = (to: Move): void => {
    ask(undefined);
    move.mutate({ leads: [lead], move: to });
  };
  const onward = moves[stage].filter((next) => !asksReason(next) && next !== "detected");
  return (
    <div className="no-print">
      {move.isError && <ProblemNote error={move.error} />}
      <div className="row">
        {stage === "detected" ? (
          <Button look="main" onPress={() => go({ stage: "to-qualify" })} isDisabled={move.isPending}>
            {say.keep}
          </Button>
        ) : (
          onward.map((next) => (
            <Button
              key={next}
              look={next === onward[0] ? "main" : "plain"}
              onPress={() => go({ stage: next })}
              isDisabled={move.isPending}
            >
              {of(stageNames[next])}
            </Button>
          ))
        )}
        {moves[stage].includes("on-hold") && (
          <Button onPress={() => ask("on-hold")}>{of(stageNames["on-hold"])}…</Button>
        )}
        {moves[stage].includes("abandoned") && (
          <Button look="danger" onPress={() => ask("abandoned")}>
            {say.setAside}
          </Button>
        )}
      </div>
      <ReasonDialog stage={asked} onClose={() => ask(undefined)} onSay={go} />
    </div>
  );
}

/** Who does what next, for when: always at hand, saved at once. */
export function NextStep({
  territory,
  lead,
  compact = false,
  onDone,
}: {
  readonly territory: string;
  readonly lead: { readonly id: string; readonly decision: Decision | null };
  readonly compact?: boolean;
  readonly onDone?: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(leadWords);
  const toast = useToast();
  const write = useStep(territory);
  const { decision } = lead;
  const [step, setStep] = useState(decision?.next_step ?? "");
  const [owner, setOwner] = useState(decision?.next_owner ?? "");
  const [on, setOn] = useState(decision?.next_on ?? "");
  const said = (value: string): string | null => (value.trim() === "" ? null : value.trim());
  return (
    <form
      className={compact ? "next-step compact" : "next-step card"}
      aria-label={say.nextTitle}
      onSubmit={(event) => {
        event.preventDefault();
        const stage = decision?.stage ?? "detected";
        write.mutate(
          {
            lead: lead.id,
            // To say what comes next is to keep it.
            stage: stage === "detected" ? "to-qualify" : stage,
            version: decision?.version,
            step: { next_step: said(step), next_owner: said(owner), next_on: said(on) },
          },
          {
            onSuccess: () => {
              toast(say.saved);
              onDone?.();
            },
          },
        );
      }}
    >
      {write.isError && <ProblemNote error={write.error} />}
      <TextField label={say.next} value={step} onChange={setStep} autoFocus={compact} />
      <TextField label={say.owner} value={owner} onChange={setOwner} />
      <TextField label={say.on} type="date" value={on} onChange={setOn} />
      <div className="row">
        <Button look="main" type="submit" isDisabled={write.isPending}>
          {words.app.save}
        </Button>
        {onDone !== undefined && <Button onPress={onDone}>{words.app.cancel}</Button>}
      </div>
    </form>
  );
}
