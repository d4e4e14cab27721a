import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, inventory({ name: "Golfe", establishments: [], flows: [] }));
  facilitator = await makePerson(platform, "facilitator", territory);
});
afterAll(() => platform.close());

const about = { object: "synergy", object_id: "sub-000000000000" };

/** A file as a browser sends it. */
const send = (name: string, content: Buffer) => {
  const edge = "----edge";
  const part = (head: string, body: Buffer): Buffer[] => [
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    body,
    Buffer.from("\r\n"),
  ];
  return platform.app.inject({
    method: "POST",
    url: `/api/v1/territories/${territory}/attachments`,
    headers: {
      cookie: facilitator.cookie ?? "",
      origin: "http://localhost",
      "content-type": `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([
      ...part('name="data"', Buffer.from(JSON.stringify(about))),
      ...part(`name="file"; filename="${name}"\r\ncontent-type: application/octet-stream`, content),
      Buffer.from(`--${edge}--\r\n`),
    ]),
  });
};

test.each([
  {
    says: "a page that calls itself a PDF",
    name: "convention.pdf",
    content: Buffer.from("<script>"),
    code: "ATTACHMENT_TYPE",
  },
  { says: "an empty file", name: "vide.pdf", content: Buffer.alloc(0), code: "FILE_EMPTY" },
  {
    says: "a file over ten megabytes",
    name: "plan.pdf",
    content: Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(10 * 1024 * 1024)]),
    code: "ATTACHMENT_TOO_LARGE",
  },
])("$says is refused", async ({ name, content, code }) => {
  expect((await send(name, content)).json().code).toBe(code);
});

test("a file comes back as it was, to be saved and never run; removed, it can come back", async () => {
  const content = Buffer.from("%PDF-1.7 convention");
  const { id } = (await send("convention signée.pdf", content)).json();
  const path = `/territories/${territory}/attachments`;
  const query = new URLSearchParams(about).toString();
  const names = async () =>
    (await ask(platform.app, facilitator, "GET", `${path}?${query}`))
      .json()
      .attachments.map(({ name }: { name: string }) => name);
  expect(await names()).toEqual(["convention signée.pdf"]);
  const file = await ask(platform.app, facilitator, "GET", `${path}/${id}`);
  expect(file.rawPayload.equals(content)).toBe(true);
  expect(file.headers["x-content-type-options"]).toBe("nosniff");
  expect(file.headers["content-disposition"]).toMatch(/^attachment/);
  await ask(platform.app, facilitator, "DELETE", `${path}/${id}`);
  expect(await names()).toEqual([]);
  await ask(platform.app, facilitator, "POST", `${path}/${id}/restore`, {});
  expect(await names()).toEqual(["convention signée.pdf"]);
});
