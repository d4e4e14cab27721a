import { catalogue } from "../words/catalogue.ts";

/** Who reads what is typed, beside the field. */
export const sightWords = catalogue(
  {
    seenBy: "Visible par :",
    readers: {
      "agreed-company": "une entreprise avec qui l'accord est donné, si elle l'a donné aussi",
      "lead-company": "les entreprises d'une piste, sans le nom",
      funder: "le financeur",
      public: "tout le monde",
    },
    identity: "répertoire public des entreprises, animation et élus du territoire",
  },
  {
    seenBy: "Seen by:",
    readers: {
      "agreed-company": "a company agreed with, if it agreed too",
      "lead-company": "the companies of a lead, without the name",
      funder: "the funder",
      public: "everybody",
    },
    identity: "public register of companies, facilitator and officials of the territory",
  },
);
