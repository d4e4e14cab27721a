import { expect, test } from "vitest";
import { letterTo, mailingDigest, personToWriteTo } from "./letters.ts";

const person = (email: string | null, opted_out = false) => ({ id: "p", name: "Ghjulia", email, opted_out });

test.each([
  ["nobody is known", [], "no-contact"],
  ["nobody has an address", [person(null)], "no-address"],
  ["who has an address asked to be left alone", [person("a@b.fr", true), person(null)], "opted-out"],
] as const)("%s", (_, people, silence) => {
  expect(personToWriteTo({ establishment: "e", company: "Scierie", people })).toBe(silence);
});

test("the first person who may be written to is", () => {
  const people = [person(null), person("a@b.fr", true), person("c@d.fr")];
  expect(personToWriteTo({ establishment: "e", company: "Scierie", people })).toBe(people[2]);
});

test("placeholders are filled in subject and text, other braces stay, and a way out is always told", () => {
  const letter = letterTo(
    { subject: "Pour {entreprise}", text: "Bonjour {contact}, {autre} : {lien}" },
    "Scierie\r\nBcc: x@y.fr",
    "Ghjulia",
    "https://x/#t",
  );
  expect(letter.subject).toBe("Pour Scierie Bcc: x@y.fr");
  expect(letter.text).toContain("Bonjour Ghjulia, {autre} : https://x/#t");
  expect(letter.text).toContain("stop");
});

test("a name that looks like a placeholder or a pattern is written as it is", () => {
  expect(letterTo({ subject: "{entreprise}", text: "{contact}" }, "{lien} $&", "$1", "secret").subject).toBe(
    "{lien} $&",
  );
});

test("other words, other people or another address make another mailing", () => {
  const draft = { subject: "s", text: "t" };
  const to = [{ establishment: "e", email: "a@b.fr" }];
  const digests = [
    mailingDigest(draft, to),
    mailingDigest({ ...draft, text: "u" }, to),
    mailingDigest(draft, [{ establishment: "e", email: "c@b.fr" }]),
    mailingDigest(draft, []),
  ];
  expect(new Set(digests).size).toBe(4);
});
