import { companiesExport } from "./companies.ts";
import { contactsExport } from "./contacts.ts";
import { flowsListExport } from "./flows.ts";
import { leadsExport, portfolioExport } from "./leads.ts";
import { obligationsExport } from "./obligations.ts";

/** Every list that a person can take away, filtered as on the screen. */
export const exportRoutes = [
  companiesExport,
  flowsListExport,
  leadsExport,
  portfolioExport,
  contactsExport,
  obligationsExport,
];
