export * from "./action-plans/action.ts";
export * from "./action-plans/action-plan.ts";
export { fundingOf } from "./action-plans/funding.ts";
export { monthsLater, type StepAhead, stepsAhead } from "./action-plans/steps-ahead.ts";
export {
  type ActionSheet,
  type ActionStatus,
  actionStatuses,
  type FundingState,
  fundingStateNames,
  fundingStates,
  type Intervention,
  interventionNames,
  interventions,
  type SheetBudgetLine,
  type SheetFunder,
  type SheetIndicator,
  type SheetStep,
  type Standing,
  standingNames,
  standingOf,
  standings,
} from "./action-sheets/action-sheet.ts";
export { aidForSheet } from "./action-sheets/aid.ts";
export { type Due, dueOf } from "./action-sheets/due.ts";
export { type Financing, type Funding, financingOf, type Spending } from "./action-sheets/financing.ts";
export { type ProposedSheet, proposedSheets } from "./action-sheets/proposals.ts";
export { remarksOf, type SheetRemark } from "./action-sheets/remarks.ts";
export * from "./aid/aid.ts";
export * from "./aid/cumulation.ts";
export * from "./aid/de-minimis.ts";
export type * from "./aid/question.ts";
export * from "./assessment/admission.ts";
export * from "./assessment/assess-exchange.ts";
export * from "./assessment/capital.ts";
export * from "./assessment/crossing-terms.ts";
export * from "./assessment/exchange-capital.ts";
export * from "./assessment/exchange-parties.ts";
export * from "./assessment/exchange-terms.ts";
export * from "./assessment/facilities.ts";
export * from "./assessment/giver-terms.ts";
export * from "./assessment/host-search.ts";
export * from "./assessment/hosts.ts";
export * from "./assessment/lot.ts";
export * from "./assessment/outlet-words.ts";
export * from "./assessment/readings-law.ts";
export * from "./assessment/remembered.ts";
export * from "./assessment/returns.ts";
export type * from "./assessment/setting.ts";
export * from "./assessment/taker-terms.ts";
export * from "./assessment/terms.ts";
export * from "./assessment/way-terms.ts";
export * from "./barriers/barriers.ts";
export * from "./calendar/months.ts";
export * from "./conversions/route.ts";
export * from "./dependency/dependency.ts";
export * from "./diagnosis/diagnosis.ts";
export * from "./establishments/sector.ts";
export * from "./establishments/staff.ts";
export * from "./factors/dated-value.ts";
export * from "./factors/factor.ts";
export * from "./factors/own-factors.ts";
export * from "./figures/explanations.ts";
export * from "./figures/figure.ts";
export * from "./figures/likely.ts";
export * from "./figures/reading.ts";
export * from "./figures/words.ts";
export * from "./formats/check.ts";
export * from "./formats/inventory.ts";
export { MAX_JSON_LEVELS, nestsDeeper } from "./formats/json-depth.ts";
export * from "./formats/network.ts";
export * from "./formats/own-factors.ts";
export * from "./formats/portfolio.ts";
export * from "./formats/synergies.ts";
export * from "./geography/distance.ts";
export * from "./geography/great-circle.ts";
export * from "./geography/travel.ts";
export * from "./geography/ways.ts";
export * from "./ids/stable-id.ts";
export * from "./lazy/lazily.ts";
export { type ActionFilter, actionFilterKeys, type ListedAction, shownActions } from "./lists/actions.ts";
export * from "./lists/companies.ts";
export * from "./lists/flows.ts";
export * from "./lists/leads.ts";
export * from "./lists/sort.ts";
export * from "./matching/known-flow.ts";
export * from "./matching/overlap.ts";
export * from "./matching/quality.ts";
export * from "./obligations/obligations.ts";
export * from "./obligations/site-facts.ts";
export * from "./pools/assess-pool.ts";
export * from "./pools/candidate.ts";
export * from "./pools/measure.ts";
export * from "./pools/network-line.ts";
export { rootOf } from "./pools/pool-costs.ts";
export * from "./pools/pool-facts.ts";
export * from "./pools/pool-words.ts";
export * from "./pools/sharing-rule.ts";
export * from "./pools/shortfall.ts";
export * from "./portfolio/check-portfolio.ts";
export * from "./portfolio/network-of-synergies.ts";
export * from "./portfolio/parse-network.ts";
export * from "./portfolio/plan-leads.ts";
export * from "./portfolio/plan-measures.ts";
export { planInvestment } from "./portfolio/plan-processes.ts";
export * from "./portfolio/portfolio-decision.ts";
export * from "./portfolio/portfolio-figures.ts";
export * from "./problems/result.ts";
export * from "./questions/questions.ts";
export * from "./questions/suggestions.ts";
export * from "./reduction/reduction.ts";
export * from "./reference-data/audit.ts";
export * from "./reference-data/pool-rows.ts";
export * from "./reference-data/reference.ts";
export * from "./reference-data/rows.ts";
export * from "./reference-data/source-title.ts";
export * from "./regulation/predicate.ts";
export * from "./regulation/verdict.ts";
export * from "./regulation/verdicts.ts";
export * from "./resources/resolve.ts";
export * from "./secrecy/company-view.ts";
export * from "./secrecy/diagnosis-for.ts";
export * from "./secrecy/disclosure.ts";
export * from "./secrecy/lead-glimpse.ts";
export * from "./secrecy/may-see.ts";
export * from "./secrecy/readers.ts";
export * from "./secrecy/room.ts";
export * from "./secrecy/suppression.ts";
export * from "./secrecy/territory-totals.ts";
export * from "./sectors/sector.ts";
export * from "./stakes/indicators.ts";
export type * from "./stakes/stake-input.ts";
export * from "./stakes/stakes.ts";
export * from "./synergies/ease.ts";
export * from "./synergies/facts.ts";
export * from "./synergies/follow-up.ts";
export * from "./synergies/funnel.ts";
export * from "./synergies/stages.ts";
export * from "./synergies/synergy.ts";
export * from "./tables/csv.ts";
export * from "./tables/inert.ts";
export * from "./text/elision.ts";
export * from "./text/text.ts";
export * from "./units/unit.ts";
