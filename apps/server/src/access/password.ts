import { hash, verify } from "@node-rs/argon2";
import { fail, ok, problem, type Result, text } from "@simbiosi/domain";

// RFC 9106's second choice sized down as OWASP advises: 19 MiB, two passes.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Whether a password holds by itself: 80 bits, as the CNIL asks of one that nothing else protects (délibération
 * n° 2022-100): what chance would need to guess it, from its length and the kinds of characters it mixes. A password that
 * says few different characters, or the address of its owner, is weaker than that sum.
 * Fails with PASSWORD_TOO_WEAK.
 */
export function strongEnough(password: string, email: string): Result<undefined> {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 37],
  ];
  const alphabet = kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  // Characters that come again and again count once: "aaaaaaaaaaaaaaaaaa" is one character.
  const distinct = new Set(password).size;
  const length = Math.min(password.length, distinct * 3);
  const bits = alphabet === 0 ? 0 : length * Math.log2(alphabet);
  const name = email.split("@")[0] ?? "";
  const saysWho = name.length > 3 && password.toLowerCase().includes(name);
  // Twelve characters of all kinds make 79.5 bits; the CNIL's own table counts them as 80.
  return bits >= 79 && !saysWho
    ? ok(undefined)
    : fail(
        problem(
          "PASSWORD_TOO_WEAK",
          text(
            "Ce mot de passe est trop facile à deviner. Prenez 12 caractères mêlant majuscules, minuscules, chiffres et signes, ou une phrase de 7 mots, sans votre adresse.",
            "This password is too easy to guess. Take 12 characters mixing capitals, small letters, digits and signs, or a sentence of 7 words, without your address.",
          ),
        ),
      );
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

// Of no account: an unknown address costs as much time as a wrong password.
let nobodys: Promise<string> | undefined;

/** Whether the password is the account's; takes as long when there is no account. */
export async function passwordFits(password: string, known: string | null): Promise<boolean> {
  nobodys ??= hashPassword("of nobody");
  const fits = await verify(known ?? (await nobodys), password);
  return known !== null && fits;
}
