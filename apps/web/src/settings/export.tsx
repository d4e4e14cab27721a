import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { settingsWords } from "./words.ts";

/** Takes everything away, or puts the territory away. */
export function ExportAndArchive({
  territory,
  mayArchive,
}: {
  readonly territory: string;
  readonly mayArchive: boolean;
}) {
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: ["me"] });
  const params = { path: { territory } };
  const archive = useMutation({
    mutationFn: () => got(api.POST("/api/v1/territories/{territory}/archive", { params })),
    onSuccess: async () => {
      toast(say.archived, () => {
        void got(api.POST("/api/v1/territories/{territory}/reopen", { params })).then(read);
      });
      await navigate({ to: "/" });
      await read();
    },
  });
  return (
    <>
      <section aria-label={say.exportTitle}>
        <h2>{say.exportTitle}</h2>
        <p>{say.exportHelp}</p>
        <p className="row">
          <a className="button" href={`/api/v1/territories/${territory}/export?format=xlsx`} download>
            {say.workbook}
          </a>
          <a className="button" href={`/api/v1/territories/${territory}/export?format=json`} download>
            {say.json}
          </a>
        </p>
      </section>
      {mayArchive && (
        <section aria-label={say.archiveTitle}>
          <h2>{say.archiveTitle}</h2>
          <p>{say.archiveHelp}</p>
          {archive.isError && <ProblemNote error={archive.error} />}
          <Button look="danger" isDisabled={archive.isPending} onPress={() => archive.mutate()}>
            {say.archive}
          </Button>
        </section>
      )}
    </>
  );
}
