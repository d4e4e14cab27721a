import { sankey } from "@simbiosi/charts";
import { type Insight, WithInsight } from "../insight/whole.tsx";
import { ChartFigure, CsvButton, PlainTable } from "../ui/chart.tsx";
import { shortNumber, unitWords } from "../ui/figure.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { mapWords } from "./words.ts";

/** What comes in and goes out, as declared: ribbons of matter, then totals by family. */
export function Metabolism({ territory }: { readonly territory: string }) {
  return (
    <WithInsight territory={territory}>
      {(insight) => (
        <>
          <Matter {...insight.sankey} />
          <Families families={insight.families} />
        </>
      )}
    </WithInsight>
  );
}

function Matter({ nodes, links, unquantified }: Insight["sankey"]) {
  const { lang, of } = useWords();
  const say = useCatalogue(mapWords);
  const nameOf = ({ id, label, group }: Insight["sankey"]["nodes"][number]): string => {
    if (label !== null) return of(label);
    const key = id.slice(group.length + 1);
    return key === "@purchases" ? say.purchases : (say.outlets[key] ?? key);
  };
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const name = (id: string): string => names.get(id) ?? id;
  const sorted = [...links].sort((a, b) => b.value - a.value);
  const [first] = sorted;
  // A ribbon leaves its giver once and reaches its end once: what passes through a nature is counted at its entrance.
  const total = links.filter(({ target }) => target.startsWith("class:")).reduce((all, { value }) => all + value, 0);
  return (
    <ChartFigure
      chart={sankey({
        title: say.matter,
        unit: say.tonnes,
        nodes: nodes.map((node) => ({ id: node.id, label: nameOf(node), group: node.group })),
        links,
        unquantified,
        keep: 8,
        lang,
        width: 860,
      })}
      sentence={say.matterSentence(
        links.length,
        shortNumber(total, lang),
        first === undefined
          ? ""
          : `${name(first.source)} → ${name(first.target)}, ${shortNumber(first.value, lang)} ${say.tonnes}`,
      )}
      table={{
        name: "metabolisme",
        caption: say.matter,
        header: [say.source, say.target, say.tonnes],
        rows: sorted.map(({ source, target, value }) => [name(source), name(target), Number(value.toPrecision(4))]),
      }}
    />
  );
}

function Families({ families }: { readonly families: Insight["families"] }) {
  const { lang, of } = useWords();
  const say = useCatalogue(mapWords);
  return (
    <section aria-label={say.families}>
      <h2>{say.families}</h2>
      {families.map(({ family, rows, unknown }) => {
        const header = [say.nature, say.flows, say.offered, say.wanted, say.unit];
        const lines = [...rows]
          .sort((a, b) => b.flows - a.flows)
          .map((row) => [
            of(row.name),
            row.flows,
            row.offered?.value ?? null,
            row.wanted?.value ?? null,
            unitWords(row.unit, lang),
          ]);
        return (
          <details key={family} open={family === "matter"}>
            <summary>
              <strong>{say.family[family]}</strong>
            </summary>
            <PlainTable caption={say.family[family]} header={header} rows={lines} />
            <p className="row">
              <CsvButton name={`metabolisme-${family}`} header={header} rows={lines} />
              {unknown > 0 && <span className="soft">{say.unknown(unknown)}</span>}
            </p>
          </details>
        );
      })}
    </section>
  );
}
