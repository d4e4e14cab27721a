import { useMutation } from "@tanstack/react-query";
import { got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { ProblemNote } from "../ui/index.tsx";
import { Menu } from "../ui/menu.tsx";
import { saveAs } from "../ui/save-as.ts";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { exportWords } from "./words.ts";

const table = ["xlsx", "csv"] as const;
const formats = {
  companies: [...table, "geojson", "cnig"],
  flows: [...table, "geojson"],
  leads: table,
  portfolio: table,
  contacts: table,
  obligations: table,
} as const;
type List = keyof typeof formats;
type Format = (typeof formats)["companies"][number];

/** The name that the server gave the file. */
const nameOf = (answer: Response): string =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "export",
  );

/** Takes away what a list shows, with its filters, in the format that is chosen. */
export function ExportMenu({
  list,
  filters,
  label,
}: {
  readonly list: List;
  /** As the address of the screen says them. */
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly label?: string;
}) {
  const { territory } = useHere();
  const { lang } = useWords();
  const say = useCatalogue(exportWords);
  const toast = useToast();
  const take = useMutation({
    mutationFn: async (format: Format) => {
      const asked = new URLSearchParams({ format, lang });
      for (const [name, value] of Object.entries(filters))
        if (value !== undefined && value !== "") asked.set(name, value);
      const { name, blob } = await got(file(`/api/v1/territories/${territory}/exports/${list}?${asked}`));
      saveAs(name, blob);
      return name;
    },
    onSuccess: (name) => toast(say.done(name)),
  });
  return (
    <>
      <Menu
        label={take.isPending ? say.writing : (label ?? say.export)}
        isDisabled={take.isPending}
        items={formats[list].map((id) => ({ id, label: say.formats[id], help: say.help[id] }))}
        onChoose={(format) => take.mutate(format)}
      />
      {take.isError && (
        <div className="menu-problem">
          <ProblemNote error={take.error} />
        </div>
      )}
    </>
  );
}

type Taken = { readonly name: string; readonly blob: Blob };

/** A file of the API, or the problem it answers with. */
async function file(address: string): Promise<{ readonly data?: Taken; readonly error?: unknown }> {
  const answer = await fetch(address);
  return answer.ok
    ? { data: { name: nameOf(answer), blob: await answer.blob() } }
    : { error: await answer.json().catch(() => ({})) };
}
