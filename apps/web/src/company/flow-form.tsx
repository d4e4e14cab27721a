import { type Consent, type Flow, monthNames, type Visibility } from "@simbiosi/domain";
import { type FormEvent, useState } from "react";
import { useDraft } from "../outbox/draft.ts";
import { Button, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { Choice } from "./choice.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import {
  emptyFlow,
  type FlowFields,
  fieldsOf,
  type TypedFlow,
  typedOf,
  type WrongFields,
  wrongIn,
} from "./flow-fields.ts";
import { SeenBy } from "./seen-by.tsx";
import { siteWords } from "./site-words.ts";
import { Understood } from "./understood.tsx";
import { useVoice } from "./voice.ts";
import { companyWords } from "./words.ts";

const options = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));

/** The card of six fields, two minutes; the rest under "more". Beside each field, who reads it. */
export function FlowForm({
  territory,
  establishment,
  flow,
  direction,
  visibility,
  draft,
  onSave,
  onCancel,
  onRemove,
}: {
  readonly territory: string;
  readonly establishment: string;
  /** The flow to correct; null to add one. */
  readonly flow: (Partial<Omit<Flow, "consents">> & { readonly consents?: readonly Consent[] | null }) | null;
  readonly direction: "in" | "out";
  /** Of the establishment, for what its flows do not say. */
  readonly visibility: Visibility;
  /** Whose draft this is: it stands again after a reload. */
  readonly draft: string;
  readonly onSave: (fields: FlowFields) => Promise<void>;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
}) {
  const { words, lang } = useWords();
  const say = useCatalogue(flowCardWords);
  const company = useCatalogue(companyWords);
  const siteSay = useCatalogue(siteWords);
  const voice = useVoice();
  const { value, change, clear } = useDraft<TypedFlow>(
    draft,
    flow === null ? emptyFlow(direction, visibility) : typedOf(flow, visibility, lang),
  );
  const [wrong, setWrong] = useState<WrongFields>({});
  const [busy, setBusy] = useState(false);
  const set =
    <K extends keyof TypedFlow>(field: K) =>
    (typed: TypedFlow[K]): void =>
      change({ ...value, [field]: typed, ...(field === "label" ? { resource: "" } : {}) });
  const told = (field: keyof TypedFlow): { wrong?: string } => {
    const code = wrong[field];
    return code === undefined ? {} : { wrong: company[code] };
  };
  const consents: readonly Consent[] = flow?.consents ?? [];
  const seen = { visibility: value.visibility, consents };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = wrongIn(value);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const fields = fieldsOf(value, flow);
      // What follows the site's default goes on following it, unless somebody chose.
      const follows = flow !== null && (flow.visibility ?? null) === null && value.visibility === visibility;
      await onSave(follows ? { ...fields, visibility: null } : fields);
      clear();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="thumb" onSubmit={(event) => void save(event)} noValidate>
      <Choice
        legend={say.direction}
        value={value.direction}
        onChange={set("direction")}
        two
        options={[
          { value: "out", label: voice.give, help: say.giveHelp },
          { value: "in", label: voice.take, help: say.takeHelp },
        ]}
      />
      <TextField
        label={say.label}
        help={say.labelExample}
        value={value.label}
        onChange={set("label")}
        maxLength={300}
        {...told("label")}
      />
      <Understood
        territory={territory}
        establishment={establishment}
        label={value.label}
        direction={value.direction}
        chosen={value.resource}
        onChoose={set("resource")}
      />
      <SeenBy field="nature" {...seen} />
      <Select
        label={say.family}
        value={value.family}
        options={options<string>(say.families)}
        onChange={set("family")}
      />
      <SeenBy field="nature" {...seen} />
      <div className="three">
        <TextField
          label={say.quantity}
          inputMode="decimal"
          value={value.quantity}
          onChange={set("quantity")}
          {...told("quantity")}
        />
        <Select label={say.unit} value={value.unit} options={options<string>(say.units)} onChange={set("unit")} />
        <Select
          label={say.period}
          value={value.period}
          options={options<string>(say.periods)}
          onChange={set("period")}
        />
      </div>
      <p className="soft spaced">{say.quantityHelp}</p>
      <SeenBy field="quantity" {...seen} />
      <Select
        label={say.regularity}
        value={value.regularity}
        options={options<string>(say.regularities)}
        onChange={set("regularity")}
      />
      {value.regularity !== "continuous" && value.regularity !== "" && (
        <fieldset className="choice months">
          <legend>{say.months}</legend>
          {monthNames[lang].map((name, i) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={value.months[i] ?? false}
                onChange={(event) =>
                  set("months")(value.months.map((on, at) => (at === i ? event.target.checked : on)))
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SeenBy field="quantity" {...seen} />
      <Choice
        legend={say.visibility}
        value={value.visibility}
        onChange={set("visibility")}
        options={(["facilitator", "territory", "public"] as const).map((one) => ({
          value: one,
          label: say.visibilities[one],
          help: say.visibilityHelp[one],
        }))}
      />
      <p className="soft">{say.totals}</p>
      <details className="more">
        <summary>{say.more}</summary>
        <Select
          label={say.status}
          value={value.status}
          options={options<string>(say.statuses)}
          onChange={set("status")}
        />
        <SeenBy field="own" {...seen} />
        {value.direction === "out" ? (
          <>
            <TextField
              label={say.wasteCode}
              help={say.wasteCodeHelp}
              inputMode="numeric"
              value={value.waste_code}
              onChange={set("waste_code")}
              {...told("waste_code")}
            />
            <SeenBy field="own" {...seen} />
            <Select
              label={say.route}
              value={value.route}
              options={routesWith(say.routes, value.route)}
              onChange={set("route")}
            />
            <SeenBy field="supplier" {...seen} />
          </>
        ) : (
          <>
            <TextField label={say.supplier} value={value.supplier} onChange={set("supplier")} />
            <SeenBy field="supplier" {...seen} />
          </>
        )}
        <TextField label={say.cost} inputMode="text" value={value.cost} onChange={set("cost")} {...told("cost")} />
        <SeenBy field="price" {...seen} />
        <Select
          label={siteSay.payer}
          value={value.payer}
          options={options<string>(siteSay.payers)}
          onChange={set("payer")}
        />
        <SeenBy field="price" {...seen} />
        <TextField label={say.contractEnd} type="date" value={value.contract_end} onChange={set("contract_end")} />
        <SeenBy field="contract" {...seen} />
        <TextField label={say.note} lines={3} value={value.note} onChange={set("note")} />
        <SeenBy field="own" {...seen} />
      </details>
      <div className="row">
        <Button look="main" type="submit" isDisabled={busy}>
          {words.app.save}
        </Button>
        <Button
          onPress={() => {
            clear();
            onCancel();
          }}
        >
          {words.app.cancel}
        </Button>
        {onRemove !== undefined && (
          <Button look="danger" onPress={onRemove}>
            {say.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The outlets, and the one that was declared in other words. */
const routesWith = (words: Readonly<Record<string, string>>, declared: string) => [
  ...options<string>(words),
  ...(declared in words ? [] : [{ value: declared, label: declared }]),
];
