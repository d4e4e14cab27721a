import { api, got, ProblemError } from "../api/client.ts";

const given = (words: object): never => words as never;

/** What the browser or the device refused: most often its owner closed the window. */
const notGiven = (): never => {
  throw new ProblemError({
    code: "PASSKEY_NOT_GIVEN",
    fr: "L'appareil n'a pas donné de clé : la demande a été fermée, elle a expiré, ou cette clé est déjà enregistrée. Recommencez quand vous voulez.",
    en: "The device gave no key: the request was closed, has expired, or this key is registered already. Try again when you like.",
  });
};

/** Signs in with whichever key the device offers for this address. */
export async function enterWithKey(): Promise<void> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { ticket, options } = await got(api.POST("/api/v1/sign-in/passkey/options"));
  const response = await startAuthentication({ optionsJSON: given(options) }).catch(notGiven);
  await got(api.POST("/api/v1/sign-in/passkey", { body: { ticket, response: given(response) } }));
}

/** Makes a key on the device, and adds it to one's account under a name. */
export async function addKey(name: string): Promise<void> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { ticket, options } = await got(api.POST("/api/v1/me/passkeys/options"));
  const response = await startRegistration({ optionsJSON: given(options) }).catch(notGiven);
  await got(api.POST("/api/v1/me/passkeys", { body: { ticket, name, response: given(response) } }));
}
