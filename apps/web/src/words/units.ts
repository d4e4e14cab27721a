import { units } from "@simbiosi/domain";
import { type Catalogue, catalogue } from "./catalogue.ts";

type Unit = (typeof units)[number];

/** Units as people say them: what a flow is counted in. */
export const unitNames: Catalogue<Readonly<Record<Unit, string>>> = catalogue(
  {
    kg: "kg",
    t: "tonnes",
    m3: "m³",
    l: "litres",
    Nm3: "Nm³",
    kWh: "kWh",
    MWh: "MWh",
    GJ: "GJ",
    kW: "kW",
    m2: "m²",
    piece: "pièces",
    person: "personnes",
    hour: "heures",
    day: "jours",
    month: "mois",
    trip: "trajets",
    km: "km",
    EUR: "€",
  },
  {
    kg: "kg",
    t: "tonnes",
    m3: "m³",
    l: "litres",
    Nm3: "Nm³",
    kWh: "kWh",
    MWh: "MWh",
    GJ: "GJ",
    kW: "kW",
    m2: "m²",
    piece: "pieces",
    person: "people",
    hour: "hours",
    day: "days",
    month: "months",
    trip: "trips",
    km: "km",
    EUR: "€",
  },
);

/** Every unit, to be chosen from. */
export const unitChoices = (names: Readonly<Record<Unit, string>>) =>
  units.map((value) => ({ value, label: names[value] }));
