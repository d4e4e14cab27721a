import { catalogue } from "../words/catalogue.ts";

export const exportWords = catalogue(
  {
    export: "Exporter",
    writing: "Écriture du fichier…",
    done: (name: string) => `Fichier écrit : ${name}`,
    formats: { xlsx: "Classeur Excel", csv: "CSV", geojson: "GeoJSON", cnig: "CNIG « sites économiques »" },
    help: {
      xlsx: "Ce qui est filtré, nombres et dates prêts à calculer",
      csv: "Pour tout tableur ; relisible par l'import",
      geojson: "Pour une carte (QGIS et autres)",
      cnig: "L'inventaire des zones d'activités : les entreprises qui ont un SIRET",
    },
  },
  {
    export: "Export",
    writing: "Writing the file…",
    done: (name: string) => `File written: ${name}`,
    formats: { xlsx: "Excel workbook", csv: "CSV", geojson: "GeoJSON", cnig: "CNIG “sites économiques”" },
    help: {
      xlsx: "What is filtered, numbers and dates ready to compute with",
      csv: "For any spreadsheet; the import reads it back",
      geojson: "For a map (QGIS and the like)",
      cnig: "The inventory of business parks: companies that have a SIRET",
    },
  },
);
