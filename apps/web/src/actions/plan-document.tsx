import { useMutation } from "@tanstack/react-query";
import { takeFile } from "../exports/take-file.ts";
import { exportWords } from "../exports/words.ts";
import { useHere } from "../frame/here.ts";
import { ProblemNote } from "../ui/index.tsx";
import { Menu } from "../ui/menu.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { actionWords } from "./words.ts";

/** The shown actions as a document: in brief, calendar, sheets, who pays. */
export function PlanDocument({ filters }: { readonly filters: Readonly<Record<string, string | undefined>> }) {
  const { territory } = useHere();
  const { lang } = useWords();
  const say = useCatalogue(actionWords);
  const { done, writing } = useCatalogue(exportWords);
  const toast = useToast();
  const take = useMutation({
    mutationFn: (format: "docx" | "pdf") => {
      const asked = new URLSearchParams({ format, lang });
      for (const [name, value] of Object.entries(filters))
        if (value !== undefined && value !== "") asked.set(name, value);
      return takeFile(`/api/v1/territories/${territory}/action-plan?${asked}`);
    },
    onSuccess: (name) => toast(done(name)),
  });
  return (
    <>
      <Menu
        label={take.isPending ? writing : say.document}
        isDisabled={take.isPending}
        items={(["docx", "pdf"] as const).map((id) => ({ id, label: say.documents[id] }))}
        onChoose={(format) => take.mutate(format)}
      />
      {take.isError && <ProblemNote error={take.error} />}
    </>
  );
}
