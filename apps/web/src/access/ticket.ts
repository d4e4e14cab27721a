/** Where the tab keeps what it must bring back from a provider of identity. */
export const ticketKey = "simbiosi.oidc";
