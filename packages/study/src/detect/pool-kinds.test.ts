import { type Inventory, InventorySchema, inventoryFormat } from "@simbiosi/domain";
import { type Detection, detect } from "@simbiosi/engine";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { understand } from "../understand/understand.ts";

/**
 * The table of mutualisations: for every kind a case that triggers it, with its gain worked out with a pencil, and what
 * is said below the threshold. Solar power, the heat network and the shared boiler depend on roofs and trenches: they are
 * worked out in pools.test.ts and below.
 *
 * gain = amounts × price × saved − run − hours × 38.70 − (buys + amounts × perUnit) × 4.5 % annuity over the years
 */
type Row = {
  readonly kind: string;
  readonly need: string;
  readonly unit: string;
  /** What each member needs a year; together at least the threshold. */
  readonly amounts: readonly number[];
  readonly price: number;
  readonly saved: number;
  readonly run: number;
  readonly hours: number;
  readonly buys?: number;
  readonly perUnit?: number;
  readonly years?: number;
  /** EUR a year, rounded. */
  readonly gain: number;
  /** The nearest viable form. */
  readonly below: string;
};

// biome-ignore format: a table is read by its lines
const table: readonly Row[] = [
  { kind: "electricity-purchase", need: "energy.electricity", unit: "MWh", amounts: [500, 250, 250], price: 172, saved: 0.06, run: 1500, hours: 20, gain: 8046, below: "Sous le seuil : rejoindre un groupement existant (syndicat d'énergie, chambre consulaire)." },
  { kind: "gas-purchase", need: "energy.natural-gas", unit: "MWh", amounts: [500, 250, 250], price: 104, saved: 0.08, run: 1500, hours: 20, gain: 6046, below: "Sous le seuil : rejoindre un groupement existant." },
  { kind: "fuel-purchase", need: "fuels.wood-fuel", unit: "t", amounts: [200, 100], price: 110, saved: 0.05, run: 500, hours: 20, gain: 376, below: "Sous un camion complet : caler les livraisons le même jour." },
  { kind: "cold-network", need: "energy.cold", unit: "MWh", amounts: [800, 400], price: 60, saved: 0.3, run: 3000, hours: 20, perUnit: 150, years: 15, gain: 1066, below: "Sous 200 MWh par an : une maintenance frigorifique commune." },
  { kind: "compressed-air", need: "energy.compressed-air", unit: "Nm3", amounts: [1000000, 500000], price: 0.025, saved: 0.25, run: 1500, hours: 20, buys: 40000, years: 10, gain: 2046, below: "Sous le seuil : une chasse aux fuites commune." },
  { kind: "charging-points", need: "service.ev-charging", unit: "MWh", amounts: [40, 20], price: 350, saved: 0.35, run: 800, hours: 20, buys: 20000, years: 10, gain: 3248, below: "Sous 20 MWh par an : ouvrir aux voisins la borne d'une entreprise." },
  { kind: "energy-management", need: "service.energy-management", unit: "month", amounts: [36, 18], price: 200, saved: 0.2, run: 1000, hours: 20, gain: 386, below: "Sous trois sites : le conseil gratuit de la chambre ou du syndicat d'énergie." },
  { kind: "shared-baler", need: "equipment.baler", unit: "day", amounts: [120, 60], price: 90, saved: 0.35, run: 1500, hours: 15, buys: 30000, years: 12, gain: 300, below: "Sous 60 jours par an : une presse mobile en tournée, ou celle d'un voisin." },
  { kind: "shared-compactor", need: "equipment.compactor", unit: "day", amounts: [300, 150], price: 40, saved: 0.35, run: 1500, hours: 15, buys: 15000, years: 12, gain: 2575, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "crushing-campaign", need: "service.crushing", unit: "t", amounts: [2000, 1000], price: 8, saved: 0.25, run: 5000, hours: 15, gain: 420, below: "Sous 1 000 à 3 000 t : attendre et réunir deux saisons, ou apporter chez un voisin équipé." },
  { kind: "crusher-campaign", need: "equipment.crusher", unit: "day", amounts: [6, 3], price: 1800, saved: 0.25, run: 1000, hours: 15, gain: 2470, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "chipping-campaign", need: "service.chipping", unit: "t", amounts: [320, 160], price: 30, saved: 0.25, run: 1500, hours: 15, gain: 1520, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "weighbridge", need: "equipment.weighbridge", unit: "piece", amounts: [2500, 1250], price: 10, saved: 0.5, run: 2500, hours: 15, buys: 35000, years: 20, gain: 12979, below: "Sous 10 pesées par jour : payer la pesée chez un voisin équipé." },
  { kind: "wash-bay", need: "equipment.wash-bay", unit: "piece", amounts: [1200, 600], price: 30, saved: 0.6, run: 5000, hours: 15, buys: 120000, years: 20, gain: 17594, below: "Sous 5 lavages par jour : s'abonner à la station d'un voisin." },
  { kind: "handling-gear", need: "equipment.forklift", unit: "day", amounts: [40, 20], price: 110, saved: 0.2, run: 500, hours: 15, gain: 240, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "tool-library", need: "equipment.tools", unit: "day", amounts: [40, 20], price: 25, saved: 0.4, run: 200, hours: 8, gain: 90, below: "Sous le seuil : une liste de prêt à l'amiable, sans contrat de groupe." },
  { kind: "shared-vehicles", need: "equipment.van", unit: "day", amounts: [80, 40], price: 80, saved: 0.25, run: 800, hours: 15, gain: 1020, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "shared-machine-hours", need: "equipment.machine-tools", unit: "hour", amounts: [200, 100], price: 65, saved: 0.2, run: 1000, hours: 15, gain: 2320, below: "Sous le seuil : louer ensemble à la journée, ou emprunter les jours libres d'un voisin." },
  { kind: "repair-workshop", need: "service.repair", unit: "piece", amounts: [800, 400], price: 15, saved: 0.25, run: 2500, hours: 15, gain: 1420, below: "Sous le seuil : confier le lot à une ressourcerie ou à un reconditionneur du territoire." },
  { kind: "meeting-rooms", need: "space.meeting-room", unit: "day", amounts: [100, 50], price: 150, saved: 0.35, run: 600, hours: 12, gain: 6811, below: "Sous 100 jours par an : un calendrier commun des salles qui existent." },
  { kind: "coworking", need: "space.coworking", unit: "month", amounts: [270, 135], price: 300, saved: 0.3, run: 8000, hours: 12, buys: 60000, years: 15, gain: 22399, below: "Sous une trentaine de postes à 75 % : quelques bureaux mis en commun chez une entreprise." },
  { kind: "vacant-premises", need: "space.office", unit: "m2", amounts: [150, 75], price: 140, saved: 0.2, run: 600, hours: 12, gain: 5236, below: "Sous le seuil : sous-louer une pièce, mois par mois." },
  { kind: "shared-storage", need: "space.storage", unit: "m2", amounts: [400, 200], price: 60, saved: 0.2, run: 600, hours: 12, gain: 6136, below: "Sous 400 m² : louer des emplacements à un voisin, à la palette." },
  { kind: "cold-rooms", need: "space.cold-room", unit: "m2", amounts: [60, 30], price: 180, saved: 0.25, run: 600, hours: 12, gain: 2986, below: "Sous le seuil : quelques palettes chez un voisin, par classe de température." },
  { kind: "processing-room", need: "space.kitchen", unit: "day", amounts: [200, 100], price: 150, saved: 0.3, run: 600, hours: 12, buys: 80000, years: 15, gain: 4986, below: "Sous 100 jours par an : des créneaux dans la cuisine d'un voisin agréé." },
  { kind: "shared-parking", need: "space.car-park", unit: "piece", amounts: [20, 10], price: 400, saved: 0.4, run: 600, hours: 12, gain: 3736, below: "Sous 20 places : un accord écrit de voisinage, sans travaux." },
  { kind: "sports-facilities", need: "space.sports-hall", unit: "hour", amounts: [150, 75], price: 25, saved: 0.3, run: 600, hours: 12, gain: 623, below: "Sous le seuil : un créneau réservé dans une salle de la commune." },
  { kind: "shared-tanks", need: "equipment.tanks", unit: "m3", amounts: [50, 25], price: 60, saved: 0.3, run: 200, hours: 6, gain: 918, below: "Sous 50 m³ : une cuve d'un voisin, hors de sa saison." },
  { kind: "reusable-tableware", need: "equipment.reusable-tableware", unit: "piece", amounts: [2000, 1000], price: 0.35, saved: 0.4, run: 100, hours: 6, gain: 88, below: "Sous 2 000 pièces par an : emprunter le lot de la commune ou d'une association." },
  { kind: "emergency-gear", need: "equipment.spill-kit", unit: "piece", amounts: [6, 3], price: 300, saved: 0.4, run: 100, hours: 6, gain: 748, below: "Sous six kits : la clé de l'armoire du voisin le plus proche." },
  { kind: "fuel-station", need: "equipment.fuel-station", unit: "m3", amounts: [100, 50], price: 1700, saved: 0.04, run: 2500, hours: 15, gain: 7120, below: "Sous 100 m³ par an : se servir à la cuve d'un voisin, compteur par compteur." },
  { kind: "shared-dock", need: "space.loading-dock", unit: "day", amounts: [50, 25], price: 60, saved: 0.3, run: 200, hours: 6, gain: 918, below: "Sous 50 jours par an : un créneau chez le voisin, au jour le jour." },
  { kind: "server-room", need: "space.server-room", unit: "m2", amounts: [10, 5], price: 1500, saved: 0.25, run: 1500, hours: 12, gain: 3661, below: "Sous 10 m² : une baie louée chez un voisin ou chez un hébergeur." },
  { kind: "shared-dining-room", need: "space.dining-room", unit: "day", amounts: [200, 100], price: 200, saved: 0.4, run: 800, hours: 12, gain: 22736, below: "Sous 200 jours par an : quelques tables chez le voisin, par accord écrit." },
  { kind: "company-restaurant", need: "service.meals", unit: "piece", amounts: [44000, 22000], price: 11, saved: 0.15, run: 5000, hours: 40, gain: 102352, below: "Sous 200 couverts par jour : une livraison commune de repas, à partir de 60 couverts environ." },
  { kind: "meal-delivery", need: "service.meals", unit: "piece", amounts: [13200, 6600], price: 11, saved: 0.08, run: 1500, hours: 20, gain: 15150, below: "Sous 60 couverts par jour, pas encore de livraison commune de repas : un réfectoire partagé, un distributeur ou un camion-restaurant certains jours." },
  { kind: "childcare", need: "service.childcare", unit: "person", amounts: [10, 5], price: 14000, saved: 0.25, run: 4000, hours: 40, gain: 46952, below: "Sous 10 places : réserver des berceaux dans une crèche qui existe, dès une place." },
  { kind: "car-pooling", need: "service.carpooling", unit: "person", amounts: [8, 4], price: 2500, saved: 0.25, run: 1500, hours: 20, gain: 5226, below: "Sous une trentaine de salariés sur le même axe et aux mêmes heures : un panneau d'annonces commun, un garant de retour." },
  { kind: "staff-shuttle", need: "service.staff-transport", unit: "person", amounts: [30, 15], price: 1500, saved: 0.2, run: 3000, hours: 20, gain: 9726, below: "Sous 30 personnes : du covoiturage, ou des places dans l'offre d'un voisin." },
  { kind: "bicycles", need: "service.bicycles", unit: "month", amounts: [120, 60], price: 50, saved: 0.2, run: 500, hours: 20, gain: 526, below: "Sous 5 vélos : un abri commun et l'atelier d'un voisin." },
  { kind: "shared-staff", need: "skill.shared-staff", unit: "hour", amounts: [800, 400], price: 39, saved: 0.12, run: 2500, hours: 30, gain: 1955, below: "Sous un mi-temps cumulé : un prestataire partagé ou un prêt de personnel à prix coûtant." },
  { kind: "staff-housing", need: "service.staff-housing", unit: "month", amounts: [60, 30], price: 500, saved: 0.2, run: 3000, hours: 20, gain: 5226, below: "Sous 60 mois-lits : louer ensemble quelques chambres d'un hôtel fermé." },
  { kind: "shared-apprentices", need: "skill.apprentice", unit: "month", amounts: [12, 6], price: 900, saved: 0.1, run: 200, hours: 8, gain: 1110, below: "Sous une année d'apprenti : un stage coupé en deux entre voisins." },
  { kind: "purchases", need: "service.purchases", unit: "EUR", amounts: [20000, 10000], price: 1, saved: 0.1, run: 300, hours: 12, gain: 2236, below: "Sous le seuil : commander sur le compte d'un voisin, ou par la centrale d'une chambre consulaire." },
  { kind: "office-supplies", need: "hospitality.office-supplies", unit: "EUR", amounts: [8000, 4000], price: 1, saved: 0.12, run: 300, hours: 12, gain: 676, below: "Sous le seuil : commander sur le compte d'un voisin, ou par la centrale d'une chambre consulaire." },
  { kind: "cleaning", need: "service.cleaning", unit: "hour", amounts: [1000, 500], price: 28, saved: 0.12, run: 600, hours: 15, gain: 3860, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "window-cleaning", need: "service.window-cleaning", unit: "m2", amounts: [2000, 1000], price: 4, saved: 0.12, run: 600, hours: 15, gain: 260, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "security", need: "service.security", unit: "hour", amounts: [2000, 1000], price: 28, saved: 0.3, run: 600, hours: 15, gain: 24020, below: "Sous un demi-poste de nuit : une ronde partagée ou une télésurveillance commune." },
  { kind: "green-spaces", need: "service.green-spaces", unit: "m2", amounts: [10000, 5000], price: 1.2, saved: 0.12, run: 600, hours: 15, gain: 980, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "road-upkeep", need: "service.road-sweeping", unit: "hour", amounts: [80, 40], price: 95, saved: 0.12, run: 600, hours: 15, gain: 188, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "pest-control", need: "service.pest-control", unit: "piece", amounts: [48, 24], price: 120, saved: 0.2, run: 600, hours: 15, gain: 548, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "inspections", need: "service.inspection", unit: "piece", amounts: [24, 12], price: 250, saved: 0.2, run: 600, hours: 15, gain: 620, below: "Sous une douzaine de contrôles : caler les dates pour partager le déplacement." },
  { kind: "maintenance", need: "service.maintenance", unit: "hour", amounts: [300, 150], price: 65, saved: 0.12, run: 600, hours: 15, gain: 2330, below: "Sous 300 h par an : un technicien partagé entre deux sites." },
  { kind: "laundry", need: "service.laundry", unit: "t", amounts: [100, 50], price: 1800, saved: 0.2, run: 600, hours: 15, gain: 52820, below: "Sous 100 t par an : une tournée commune vers la blanchisserie qui existe." },
  { kind: "container-washing", need: "service.container-washing", unit: "piece", amounts: [240000, 120000], price: 0.25, saved: 0.3, run: 600, hours: 15, buys: 150000, years: 12, gain: 9370, below: "Sous le seuil : laver chez le voisin équipé, aux heures creuses." },
  { kind: "vehicle-washing", need: "service.washing", unit: "piece", amounts: [600, 300], price: 30, saved: 0.12, run: 600, hours: 15, gain: 2060, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "training", need: "service.training", unit: "person", amounts: [8, 4], price: 250, saved: 0.35, run: 150, hours: 6, gain: 668, below: "Sous 8 stagiaires : attendre la session suivante ou ouvrir des places à la zone voisine." },
  { kind: "expert-audits", need: "information.study", unit: "piece", amounts: [3, 1.5], price: 8000, saved: 0.2, run: 600, hours: 10, gain: 6213, below: "À deux : s'auditer l'un l'autre, comme deux entreprises de Sarrebourg pour l'ISO 50001." },
  { kind: "consulting", need: "service.consulting", unit: "day", amounts: [10, 5], price: 900, saved: 0.15, run: 600, hours: 10, gain: 1038, below: "Sous 10 jours par an : un audit croisé entre voisins." },
  { kind: "laboratory", need: "service.laboratory", unit: "piece", amounts: [60, 30], price: 150, saved: 0.2, run: 600, hours: 15, gain: 1520, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "it-services", need: "service.it", unit: "hour", amounts: [200, 100], price: 80, saved: 0.15, run: 600, hours: 15, gain: 2420, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "software", need: "information.platform", unit: "month", amounts: [48, 24], price: 80, saved: 0.3, run: 600, hours: 8, gain: 818, below: "Sous le seuil : un essai gratuit ou l'offre de la chambre consulaire." },
  { kind: "telecoms", need: "service.telecoms", unit: "month", amounts: [60, 30], price: 150, saved: 0.15, run: 600, hours: 15, gain: 845, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "office-services", need: "service.mail", unit: "month", amounts: [96, 48], price: 60, saved: 0.2, run: 600, hours: 15, gain: 548, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "business-support", need: "service.accounting", unit: "hour", amounts: [100, 50], price: 75, saved: 0.13, run: 600, hours: 15, gain: 282, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "farm-work-campaign", need: "service.agricultural-work", unit: "hour", amounts: [100, 50], price: 70, saved: 0.2, run: 600, hours: 15, gain: 920, below: "Sous 100 h par an : l'entraide entre voisins, ou un jour de passage commun de l'entrepreneur." },
  { kind: "bottling-campaign", need: "service.contract-bottling", unit: "piece", amounts: [20000, 10000], price: 0.35, saved: 0.2, run: 600, hours: 15, gain: 920, below: "Sous 20 000 bouteilles : le créneau libre de la ligne d'un voisin." },
  { kind: "baling-round", need: "service.baling", unit: "t", amounts: [40, 20], price: 40, saved: 0.3, run: 200, hours: 6, gain: 288, below: "Sous 40 t par an : porter les cartons et films chez le voisin qui a une presse." },
  { kind: "contract-processing", need: "service.contract-food-processing", unit: "t", amounts: [10, 5], price: 900, saved: 0.15, run: 400, hours: 12, gain: 1161, below: "Sous 10 t par an : un lot de plus dans la journée d'un voisin." },
  { kind: "hotel-nights", need: "service.hotel-nights", unit: "piece", amounts: [200, 100], price: 90, saved: 0.12, run: 200, hours: 8, gain: 2730, below: "Sous 200 nuits par an : le tarif entreprise d'un voisin." },
  { kind: "joint-measurements", need: "information.measurements", unit: "piece", amounts: [4, 2], price: 900, saved: 0.25, run: 100, hours: 6, gain: 1018, below: "Sous quatre mesures : caler les dates pour partager le déplacement." },
  { kind: "shared-freight", need: "logistics.freight", unit: "trip", amounts: [50, 25], price: 450, saved: 0.2, run: 800, hours: 20, gain: 5176, below: "Sous un départ commun par semaine : confier les lots à un groupeur, jour fixe." },
  { kind: "cold-freight", need: "logistics.cold-chain", unit: "trip", amounts: [50, 25], price: 450, saved: 0.3, run: 800, hours: 20, gain: 8551, below: "Sous un départ commun par semaine : un colis réfrigéré ou un jour de tournée commun." },
  { kind: "ferry-groupage", need: "logistics.ferry-slot", unit: "trip", amounts: [24, 12], price: 550, saved: 0.3, run: 1000, hours: 20, gain: 4166, below: "Sous deux passages par mois : une remorque partagée à la demande, par un groupeur." },
  { kind: "last-mile", need: "logistics.shared-delivery", unit: "trip", amounts: [200, 100], price: 60, saved: 0.25, run: 2500, hours: 20, gain: 1226, below: "Sous quatre tournées par semaine : un point relais commun." },
  { kind: "parcel-services", need: "logistics.parcels", unit: "piece", amounts: [3000, 1500], price: 9, saved: 0.15, run: 800, hours: 20, gain: 4501, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "handling", need: "logistics.handling", unit: "hour", amounts: [300, 150], price: 38, saved: 0.15, run: 800, hours: 20, gain: 991, below: "Sous le seuil : demander au prestataire d'un voisin un tarif d'ajout." },
  { kind: "waste-collection", need: "service.cardboard-collection", unit: "t", amounts: [40, 20], price: 131, saved: 0.2, run: 600, hours: 15, gain: 392, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "paper-round", need: "service.paper-collection", unit: "t", amounts: [80, 40], price: 100, saved: 0.15, run: 600, hours: 15, gain: 620, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "biowaste-round", need: "service.biowaste-collection", unit: "t", amounts: [40, 20], price: 200, saved: 0.15, run: 600, hours: 15, gain: 620, below: "Sous 10 t par an : un composteur partagé sur la zone." },
  { kind: "plastics-round", need: "service.plastics-collection", unit: "t", amounts: [40, 20], price: 150, saved: 0.15, run: 600, hours: 15, gain: 170, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "wood-round", need: "service.wood-collection", unit: "t", amounts: [80, 40], price: 110, saved: 0.15, run: 600, hours: 15, gain: 800, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "metal-round", need: "service.metal-collection", unit: "t", amounts: [320, 160], price: 30, saved: 0.15, run: 600, hours: 15, gain: 980, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "glass-round", need: "service.glass-collection", unit: "t", amounts: [120, 60], price: 70, saved: 0.15, run: 600, hours: 15, gain: 710, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "green-waste-round", need: "service.green-waste-collection", unit: "t", amounts: [120, 60], price: 90, saved: 0.15, run: 600, hours: 15, gain: 1250, below: "Sous le seuil : une campagne de broyage sur place." },
  { kind: "residual-round", need: "service.residual-collection", unit: "t", amounts: [40, 20], price: 210, saved: 0.15, run: 600, hours: 15, gain: 710, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "inert-round", need: "service.inert-collection", unit: "t", amounts: [200, 100], price: 35, saved: 0.15, run: 600, hours: 15, gain: 395, below: "Sous le seuil : une tournée commune avec un autre flux, ou un point d'apport partagé." },
  { kind: "hazardous-round", need: "service.hazardous-collection", unit: "t", amounts: [4, 2], price: 900, saved: 0.4, run: 600, hours: 15, gain: 980, below: "Sous une tonne : regrouper la demande avec la zone voisine, ou passer par la filière de reprise gratuite quand elle existe." },
  { kind: "waste-contract", need: "service.waste-collection", unit: "t", amounts: [60, 30], price: 150, saved: 0.12, run: 600, hours: 15, gain: 440, below: "Sous le seuil : s'ajouter à la tournée d'un flux voisin ou apporter en déchèterie professionnelle." },
  { kind: "business-dropoff", need: "service.dropoff-site", unit: "t", amounts: [8000, 4000, 4000], price: 100, saved: 0.35, run: 120000, hours: 60, buys: 1000000, years: 20, gain: 360802, below: "Sous 8 000 t par an environ : une convention avec la déchèterie publique, ou des bennes communes sur une aire de la zone." },
  { kind: "shared-skips", need: "service.dropoff-site", unit: "t", amounts: [200, 100], price: 100, saved: 0.2, run: 2500, hours: 30, buys: 12000, years: 10, gain: 822, below: "Sous 100 t par an : une benne tournante entre voisins, un mois chacun." },
  { kind: "shared-composting", need: "service.shared-composting", unit: "t", amounts: [80, 40], price: 110, saved: 0.4, run: 1500, hours: 20, buys: 15000, years: 10, gain: 1110, below: "Sous 5 t par an : un bac de compostage par site." },
  { kind: "effluent-plant", need: "service.effluent-treatment", unit: "m3", amounts: [20000, 10000], price: 3, saved: 0.35, run: 6000, hours: 20, buys: 150000, years: 15, gain: 10759, below: "Sous 5 000 m³ par an : une convention avec la station d'un voisin ou avec la commune." },
];

const reference = loadReference();
const apart = 0.1;
type Card = Record<string, unknown>;

/** Sites in a row, some kilometres from each other as the crow flies. */
function inARow(km: number, flows: readonly Card[], context = "corse"): Inventory {
  return InventorySchema.parse({
    format: inventoryFormat,
    territory: { name: "Zone d'essai (fictive)", context },
    establishments: flows.map((_, i) => ({ id: `s${i}`, name: `s${i}`, lon: 9.4, lat: 42.6 + (i * km) / 111.195 })),
    flows: flows.map((flow, i) => ({
      id: `f${i}`,
      establishment: `s${i}`,
      direction: "in",
      label: "x",
      period: "year",
      ...flow,
    })),
  });
}

function found(inventory: Inventory): Detection {
  const { setting, flows } = understand(reference, inventory, "2026-11-24");
  return detect(setting, flows, { top: 10, sites: inventory.establishments });
}

const same = (kind: string): Card =>
  Object.fromEntries((reference.pools.find(({ id }) => id === kind)?.same ?? []).map(({ key }) => [key, "Bastia"]));
const needsOf = ({ kind, need, unit, price }: Row, amounts: readonly number[]): readonly Card[] =>
  amounts.map((quantity) => ({
    resource: need,
    quantity,
    unit,
    current: { unit_cost_eur: price },
    quality: same(kind),
  }));
const poolsOf = ({ synergies }: Detection, kind: string) => synergies.filter(({ pool }) => pool?.kind === kind);
const annuity = (years: number): number => 0.045 / (1 - 1.045 ** -years);
const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

/** The pencil. */
const byHand = ({ amounts, price, saved, run, hours, buys = 0, perUnit = 0, years = 10 }: Row): number =>
  total(amounts) * price * saved - run - hours * 38.7 - (buys + total(amounts) * perUnit) * annuity(years);

const measuredOnRoofsAndTrenches = ["heat-network", "shared-boiler", "shared-solar"];

test("every kind of the reference is in the table, or is measured on roofs and trenches", () => {
  const known = reference.pools.map(({ id }) => id).sort();
  expect([...table.map(({ kind }) => kind), ...measuredOnRoofsAndTrenches].sort()).toEqual(known);
});

describe.each(table.map((row) => [row.kind, row] as const))("%s", (kind, row) => {
  const radius = reference.pools.find(({ id }) => id === kind)?.radius_km ?? 0;

  test("is found when enough of it is needed nearby, with the gain of the pencil, shared by what each saves", () => {
    expect(Math.round(byHand(row))).toBe(row.gain);
    const [pool, ...others] = poolsOf(found(inARow(apart, needsOf(row, row.amounts))), kind);
    expect(others).toEqual([]);
    expect(Math.round(pool?.gain.value ?? Number.NaN)).toBe(row.gain);
    expect(pool?.parties.map(({ gain }) => Math.round(gain.value ?? Number.NaN))).toEqual(
      row.amounts.map((amount) => Math.round((byHand(row) * amount) / total(row.amounts))),
    );
  });

  test("is not found out of reach, nor for one company alone", () => {
    expect(poolsOf(found(inARow(radius * 1.5, needsOf(row, row.amounts))), kind)).toEqual([]);
    const alone = found(inARow(apart, needsOf(row, [total(row.amounts)])));
    expect(poolsOf(alone, kind)).toEqual([]);
    expect(alone.shortfalls.filter((one) => one.kind === kind)).toEqual([]);
  });

  test("below the threshold, names the nearest viable form and the two who came nearest", () => {
    const { threshold } = reference.pools.find(({ id }) => id === kind) ?? {};
    const part = (threshold?.value ?? 0) / 8;
    const detection = found(inARow(apart, needsOf(row, [part, part])));
    expect(poolsOf(detection, kind)).toEqual([]);
    const [near] = detection.shortfalls.filter((one) => one.kind === kind);
    expect(near?.nearest.fr).toBe(row.below);
    expect(near?.members.map(({ site }) => site.id)).toEqual(["s0", "s1"]);
    expect(near?.quantity.value).toBeCloseTo(2 * part, 9);
  });
});

/** By hand: 200 and 180 MWh at 130, half saved, 2,500 to run, 20 hours; 350 a MWh of boiler, 65 m of pipe at 900 a metre, 20 years. */
test("shared boiler: two neighbouring buildings, the pipe is paid by the one that it joins", () => {
  const heat = (quantity: number): Card => ({
    resource: "energy.space-heating",
    quantity,
    unit: "MWh",
    current: { unit_cost_eur: 130 },
  });
  const [pool] = poolsOf(found(inARow(0.05, [heat(200), heat(180)], "continent")), "shared-boiler");
  const pipe = 0.05 * 1.3 * 900_000;
  const gain = 380 * 130 * 0.5 - 2500 - 20 * 38.7 - (380 * 350 + pipe) * annuity(20);
  expect((pool?.gain.value ?? Number.NaN) / gain).toBeCloseTo(1, 2);
  expect(pool?.parties.map(({ investment }) => Math.round((investment.value ?? 0) / 1000))).toEqual([
    70,
    Math.round(63 + pipe / 1000),
  ]);
});

describe("two words for one service", () => {
  const hours = (resource: string, quantity: number, price: number): Card => ({
    resource,
    quantity,
    unit: "hour",
    current: { unit_cost_eur: price },
  });
  test("a bookkeeper shared and bookkeeping bought meet in one pool, under the law of the employers' group", () => {
    const [pool, ...others] = found(
      inARow(apart, [hours("skill.accountant", 600, 40), hours("service.accounting", 400, 60)]),
    ).synergies;
    expect(others).toEqual([]);
    // 600 × 40 + 400 × 60 = 48,000; 12 % saved, 2,500 to run, 30 hours.
    expect(Math.round(pool?.gain.value ?? Number.NaN)).toBe(Math.round(48_000 * 0.12 - 2500 - 30 * 38.7));
    expect(pool?.establishments).toEqual(["s0", "s1"]);
    expect(pool?.verdict.findings.map(({ rule }) => rule.id)).toContain("M4");
  });
  test("bookkeeping bought by all is no shared job", () => {
    const bought = found(inARow(apart, [hours("service.accounting", 600, 60), hours("service.accounting", 400, 60)]));
    expect(bought.synergies.map(({ pool }) => pool?.kind)).toEqual(["business-support"]);
  });
  test("two crafts of one kind are two pools: a warehouse and an open yard, a cook and a driver", () => {
    const area = (resource: string): Card => ({ resource, quantity: 600, unit: "m2" });
    expect(found(inARow(apart, [area("space.warehouse"), area("space.yard")])).synergies).toEqual([]);
    expect(found(inARow(apart, [area("space.warehouse"), area("space.storage")])).synergies).toHaveLength(1);
    const job = (resource: string): Card => hours(resource, 900, 30);
    expect(found(inARow(apart, [job("skill.cook"), job("skill.driver")])).synergies).toEqual([]);
  });
});
