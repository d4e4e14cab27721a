import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** What an authenticator may get wrong, or be made to. */
export type Slip = {
  readonly origin?: string;
  readonly rpId?: string;
  /** Nobody identified themselves on the device. */
  readonly unverified?: true;
  readonly challenge?: string;
  readonly counter?: number;
  /** Signs with another key than the one that was registered. */
  readonly key?: KeyObject;
};
type Asked = { readonly challenge: string };

const sha = (data: Buffer | string): Buffer => createHash("sha256").update(data).digest();
const present = 0x01;
const verified = 0x04;
const withKey = 0x40;

/** A passkey in software: one key pair of ES256, no attestation. */
export class Authenticator {
  readonly id = randomBytes(16);
  readonly #origin: string;
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  create(asked: Asked, slip: Slip = {}) {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    // COSE: kind EC2, algorithm ES256, curve P-256, x, y.
    const key = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const data = Buffer.concat([this.#data(withKey, slip), Buffer.alloc(16), length, this.id, key]);
    // CBOR: { fmt: "none", attStmt: {}, authData }
    const attestation = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: this.#client("webauthn.create", asked, slip).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  get(asked: Asked, slip: Slip = {}) {
    const client = this.#client("webauthn.get", asked, slip);
    const data = this.#data(0, slip);
    const signature = sign("sha256", Buffer.concat([data, sha(client)]), slip.key ?? this.#keys.privateKey);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      },
    };
  }

  #named() {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #client(type: string, { challenge }: Asked, slip: Slip): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: slip.challenge ?? challenge, origin: slip.origin ?? this.#origin }),
    );
  }

  #data(more: number, slip: Slip): Buffer {
    this.#counter = slip.counter ?? this.#counter + 1;
    const flags = present | (slip.unverified === true ? 0 : verified) | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha(slip.rpId ?? new URL(this.#origin).hostname), Buffer.from([flags]), counter]);
  }
}
