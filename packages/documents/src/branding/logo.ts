export type Logo = {
  /** Whose logo it is: said to who cannot see it. */
  readonly name: string;
  readonly png: Uint8Array;
  /** Height for one unit of width. */
  readonly ratio: number;
};
