import { periods, type units } from "@simbiosi/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedQuantity } from "../words/typed-number.ts";
import { unitChoices } from "../words/units.ts";
import { useWords } from "../words/words.tsx";
import { flowWords } from "./words.ts";

/** The two-minute card: six fields that are already of use. */
export function AddCard({
  territory,
  companies,
  company: first,
  open,
  onClose,
}: {
  readonly territory: string;
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  readonly company: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(flowWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [company, setCompany] = useState("");
  const [direction, setDirection] = useState<"out" | "in">("out");
  const [label, setLabel] = useState("");
  const [quantity, setQuantity] = useState("");
  const [unit, setUnit] = useState<(typeof units)[number]>("t");
  const [period, setPeriod] = useState<(typeof periods)[number]>("year");
  const [tried, setTried] = useState(false);
  const chosen = company === "" ? first : company;
  const amount = typedQuantity(quantity);
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/flows", {
          params: { path: { territory } },
          body: {
            establishment: chosen,
            direction,
            label: label.trim(),
            quantity: amount ?? null,
            unit,
            period,
            evidence: "declared",
          },
        }),
      ),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: [territory, "flows"] });
      toast(say.added, () => {
        void got(
          api.DELETE("/api/v1/territories/{territory}/flows/{flow}", { params: { path: { territory, flow: id } } }),
        ).then(() => queries.invalidateQueries({ queryKey: [territory, "flows"] }));
      });
      setLabel("");
      setQuantity("");
      setTried(false);
    },
  });
  const go = (again: boolean): void => {
    setTried(true);
    if (label.trim() === "" || chosen === "" || amount === undefined) return;
    add.mutate(undefined, { onSuccess: () => !again && onClose() });
  };
  return (
    <Dialog title={say.addTitle} open={open} onClose={onClose}>
      {add.isError && <ProblemNote error={add.error} />}
      {tried && chosen === "" && <p role="alert">{say.needCompany}</p>}
      <Select
        label={say.columns.company}
        value={chosen}
        onChange={setCompany}
        options={[{ value: "", label: "–" }, ...companies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        label={say.columns.direction}
        value={direction}
        onChange={setDirection}
        options={(["out", "in"] as const).map((value) => ({ value, label: say.directions[value] }))}
      />
      <TextField
        label={say.whatIsIt}
        help={say.whatHelp}
        value={label}
        onChange={setLabel}
        wrong={tried && label.trim() === "" ? say.needLabel : undefined}
      />
      <div className="filters">
        <TextField
          label={say.columns.quantity}
          inputMode="decimal"
          value={quantity}
          onChange={setQuantity}
          wrong={amount === undefined ? say.badNumber : undefined}
        />
        <Select label={say.columns.unit} value={unit} onChange={setUnit} options={unitChoices(say.units)} />
        <Select
          label={say.columns.period}
          value={period}
          onChange={setPeriod}
          options={periods.map((value) => ({ value, label: say.periods[value] }))}
        />
      </div>
      <div className="row">
        <Button look="main" onPress={() => go(false)} isDisabled={add.isPending}>
          {words.app.save}
        </Button>
        <Button onPress={() => go(true)} isDisabled={add.isPending}>
          {say.addAnother}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {words.app.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
