import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, got } from "../api/client.ts";
import { type About, attachmentsQuery, commentsQuery } from "../api/queries.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { noteWords } from "./words.ts";

/** Messages and files beside an object, whoever works on it. */
export function Notes({ territory, about }: { readonly territory: string; readonly about: About }) {
  const { moment, number } = useWords();
  const say = useCatalogue(noteWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [comments, attachments] = useSuspenseQueries({
    queries: [commentsQuery(territory, about), attachmentsQuery(territory, about)],
  });
  const [body, setBody] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const onSettled = () => queries.invalidateQueries({ queryKey: [territory, "notes"] });
  const path = { territory };
  const write = useMutation({
    mutationFn: () =>
      got(api.POST("/api/v1/territories/{territory}/comments", { params: { path }, body: { ...about, body } })),
    onSuccess: () => setBody(""),
    onSettled,
  });
  const removal = useMutation({
    mutationFn: ({ id, restore }: { readonly id: string; readonly restore: boolean }) =>
      restore
        ? got(
            api.POST("/api/v1/territories/{territory}/comments/{comment}/restore", {
              params: { path: { territory, comment: id } },
            }),
          )
        : got(
            api.DELETE("/api/v1/territories/{territory}/comments/{comment}", {
              params: { path: { territory, comment: id } },
            }),
          ),
    onSuccess: (_, { id, restore }) => {
      if (!restore) toast(say.removed, () => removal.mutate({ id, restore: true }));
    },
    onSettled,
  });
  const attach = useMutation({
    mutationFn: (chosen: File) =>
      got(
        api.POST("/api/v1/territories/{territory}/attachments", {
          params: { path },
          body: about,
          // The fields first: the server reads the file as it comes.
          bodySerializer: () => {
            const form = new FormData();
            form.set("data", JSON.stringify(about));
            form.set("file", chosen);
            return form;
          },
        }),
      ),
    onSettled: () => {
      if (file.current !== null) file.current.value = "";
      return onSettled();
    },
  });
  const detach = useMutation({
    mutationFn: ({ id, restore }: { readonly id: string; readonly restore: boolean }) =>
      restore
        ? got(
            api.POST("/api/v1/territories/{territory}/attachments/{attachment}/restore", {
              params: { path: { territory, attachment: id } },
            }),
          )
        : got(
            api.DELETE("/api/v1/territories/{territory}/attachments/{attachment}", {
              params: { path: { territory, attachment: id } },
            }),
          ),
    onSuccess: (_, { id, restore }) => {
      if (!restore) toast(say.removed, () => detach.mutate({ id, restore: true }));
    },
    onSettled,
  });
  const wrong = [write, removal, attach, detach].find(({ isError }) => isError)?.error;
  return (
    <>
      <h2>{say.messages}</h2>
      {wrong !== undefined && <ProblemNote error={wrong} />}
      {comments.data.comments.length === 0 && <p className="soft">{say.noMessages}</p>}
      <ul className="messages">
        {comments.data.comments.map((one) => (
          <li key={one.id}>
            <div className="row between">
              <span className="soft">
                {one.who} · {moment(one.at)}
              </span>
              {one.mine && (
                <span className="no-print">
                  <Button look="quiet" onPress={() => removal.mutate({ id: one.id, restore: false })}>
                    {say.remove}
                  </Button>
                </span>
              )}
            </div>
            <div className="body">
              <Mentions words={one.body} />
            </div>
          </li>
        ))}
      </ul>
      <form
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (body.trim() !== "") write.mutate();
        }}
      >
        <TextField label={say.message} lines={2} value={body} onChange={setBody} />
        <Button type="submit" isDisabled={body.trim() === "" || write.isPending}>
          {say.send}
        </Button>
      </form>
      <h2>{say.files}</h2>
      {attachments.data.attachments.length === 0 && <p className="soft">{say.noFiles}</p>}
      <ul className="messages">
        {attachments.data.attachments.map((one) => (
          <li key={one.id} className="row between">
            <span>
              <a href={`/api/v1/territories/${territory}/attachments/${one.id}`} download>
                {one.name}
              </a>{" "}
              <span className="soft">
                {say.size(number(Math.ceil(one.size / 1024)))} · {one.who} · {moment(one.at)}
              </span>
            </span>
            <span className="no-print">
              <Button
                look="quiet"
                onPress={() => detach.mutate({ id: one.id, restore: false })}
                aria-label={`${say.remove} : ${one.name}`}
              >
                {say.remove}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <label className="field no-print">
        <span className="label">{say.addFile}</span>
        <input
          ref={file}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv"
          disabled={attach.isPending}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen !== undefined) attach.mutate(chosen);
          }}
        />
      </label>
    </>
  );
}

/** "@Livia" stands out; everything else is as it was typed. */
function Mentions({ words }: { readonly words: string }) {
  let at = 0;
  return words.split(/(@[\p{L}\p{N}_.-]+)/u).map((part) => {
    at += part.length;
    return part.startsWith("@") ? <strong key={at}>{part}</strong> : part;
  });
}
