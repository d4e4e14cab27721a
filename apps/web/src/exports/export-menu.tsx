import { useMutation } from "@tanstack/react-query";
import { useHere } from "../frame/here.ts";
import { ProblemNote } from "../ui/index.tsx";
import { Menu } from "../ui/menu.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { takeFile } from "./take-file.ts";
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
      return takeFile(`/api/v1/territories/${territory}/exports/${list}?${asked}`);
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
