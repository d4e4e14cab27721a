import type { Visibility } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { flowsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useOutbox } from "../outbox/outbox.ts";
import { Badge, Button, Empty } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import { FlowForm } from "./flow-form.tsx";
import { type ShownFlow, useFlowCommands, useOwner, withPending } from "./use-flows.ts";
import { useVoice } from "./voice.ts";
import { companyWords } from "./words.ts";

/**
 * The flows of one establishment and the form over them. Which one is open is in the address: a reload, a dead battery or
 * a wrong thumb comes back to it.
 */
export function FlowList({
  establishment,
  visibility,
}: {
  readonly establishment: string;
  readonly visibility: Visibility;
}) {
  const { territory } = useHere();
  const say = useCatalogue(flowCardWords);
  const company = useCatalogue(companyWords);
  const voice = useVoice();
  const toast = useToast();
  const owner = useOwner();
  const navigate = useNavigate();
  const { saisie } = useSearch({ strict: false });
  const { data } = useSuspenseQuery(flowsQuery(territory));
  const flows = withPending(data.flows, useOutbox(), establishment);
  const commands = useFlowCommands(establishment);
  const open = (what: string | undefined): void =>
    void navigate({ to: ".", search: (old) => ({ ...old, saisie: what }) });
  const saved = (): void => {
    toast(navigator.onLine ? company.saved : company.savedLater);
    open(undefined);
  };
  const edited = flows.find(({ id }) => id === saisie);
  if (saisie === "out" || saisie === "in" || edited !== undefined) {
    const direction = saisie === "in" ? "in" : "out";
    return (
      <section>
        <h2>{edited?.label ?? say.addFlow}</h2>
        <FlowForm
          key={saisie}
          territory={territory}
          establishment={establishment}
          flow={edited ?? null}
          direction={edited?.direction ?? direction}
          visibility={visibility}
          draft={`${owner}.${establishment}.${edited?.id ?? `new-${direction}`}`}
          onCancel={() => open(undefined)}
          onSave={async (fields) => {
            await (edited === undefined ? commands.add(fields) : commands.correct(edited, fields));
            saved();
          }}
          {...(edited === undefined
            ? {}
            : {
                onRemove: () => {
                  void commands.remove(edited);
                  toast(say.removed, () => void commands.restore(edited));
                  open(undefined);
                },
              })}
        />
      </section>
    );
  }
  return (
    <div className="thumb stack">
      <div className="row">
        <Button look="main" onPress={() => open("out")}>
          + {voice.give}
        </Button>
        <Button look="main" onPress={() => open("in")}>
          + {voice.take}
        </Button>
      </div>
      {flows.length === 0 ? (
        <Empty title={say.noFlow}>
          <p>{say.noFlowHelp}</p>
        </Empty>
      ) : (
        (["out", "in"] as const).map((direction) => {
          const own = flows.filter((flow) => flow.direction === direction);
          return own.length === 0 ? null : (
            <section key={direction}>
              <h2>{direction === "out" ? voice.give : voice.take}</h2>
              <ul className="tiles">
                {own.map((flow) => (
                  <li key={flow.id}>
                    <button type="button" onClick={() => open(flow.id)}>
                      <FlowTile flow={flow} visibility={visibility} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })
      )}
    </div>
  );
}

function FlowTile({ flow, visibility }: { readonly flow: ShownFlow; readonly visibility: Visibility }) {
  const { number } = useWords();
  const say = useCatalogue(flowCardWords);
  const { quantity, unit, period } = flow;
  const per = period === null || period === undefined || period === "once" ? "" : ` / ${say.periods[period]}`;
  return (
    <>
      <span>
        <strong>{flow.label}</strong>
        <small>
          {quantity === null || quantity === undefined
            ? say.unknownQuantity
            : `${number(quantity, 2)} ${say.units[unit ?? ""]}${per}`}
          {" · "}
          {say.visibilities[flow.visibility ?? visibility]}
        </small>
      </span>
      {flow.pending && <Badge tone="doing">{say.pendingFlow}</Badge>}
    </>
  );
}
