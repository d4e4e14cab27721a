import { got } from "../api/client.ts";
import { saveAs } from "../ui/save-as.ts";

/** The name that the server gave the file. */
const nameOf = (answer: Response): string =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "export",
  );

type Taken = { readonly name: string; readonly blob: Blob };

/** A file of the API, or the problem it answers with. */
async function file(address: string): Promise<{ readonly data?: Taken; readonly error?: unknown }> {
  const answer = await fetch(address);
  return answer.ok
    ? { data: { name: nameOf(answer), blob: await answer.blob() } }
    : { error: await answer.json().catch(() => ({})) };
}

/** Saves a file of the API under the name that it gives. @returns that name */
export async function takeFile(address: string): Promise<string> {
  const { name, blob } = await got(file(address));
  saveAs(name, blob);
  return name;
}
