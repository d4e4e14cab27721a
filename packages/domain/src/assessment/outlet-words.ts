import { type Text, text } from "../text/text.ts";

const words: Readonly<Record<string, Text>> = {
  landfill: text("part en enfouissement", "goes to landfill"),
  incineration: text("part en incinération", "goes to incineration"),
  recycling: text("part en recyclage", "goes to recycling"),
  composting: text("part en compostage", "goes to composting"),
  digestion: text("part en méthanisation", "goes to anaerobic digestion"),
  spreading: text("est épandu", "is spread on land"),
  sewer: text("part à l'égout", "goes to the sewer"),
  export: text("est expédié hors du territoire", "is shipped out of the territory"),
  collected: text("est collecté", "is collected"),
  sold: text("est vendu ailleurs", "is sold elsewhere"),
  none: text("n'est pas utilisé", "is not used"),
};

/** What becomes of an offer today, as the verb of a sentence. A route in a company's own words is repeated as it is. */
export function outletWords(route: string | null): Text {
  if (route === null) return text("a un exutoire inconnu", "has an unknown outlet");
  return words[route] ?? text(`part vers « ${route} »`, `goes to "${route}"`);
}
