import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { newId, type Source } from "../ids/new-id.ts";

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends letters: by SMTP where an address is set, into a folder otherwise. */
export type Post = {
  readonly send: (letter: Letter) => Promise<void>;
  /** Where letters go, for people: an address of SMTP without its secret, or a folder. */
  readonly where: string;
};

export type PostSettings = { readonly smtp: string | null; readonly from: string; readonly folder: string };

export function post({ smtp, from, folder }: PostSettings, source: Source): Post {
  if (smtp !== null) {
    const transport = nodemailer.createTransport(smtp);
    return {
      send: async (letter) => {
        await transport.sendMail({ from, ...letter });
      },
      where: new URL(smtp).host,
    };
  }
  return {
    send: async (letter) => {
      mkdirSync(folder, { recursive: true });
      // The very message, as a mail program opens it.
      const { message } = await nodemailer
        .createTransport({ streamTransport: true, buffer: true, newline: "unix" })
        .sendMail({ from, date: source.now(), messageId: `<${newId(source)}@simbiosi.localhost>`, ...letter });
      writeFileSync(join(folder, `${newId(source)}.eml`), message as Buffer, { mode: 0o600 });
    },
    where: folder,
  };
}
