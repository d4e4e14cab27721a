import { type ActionPlan, axes, type PlanAction } from "@simbiosi/domain";

/** The actions of the plan as documents number them: axis letter, then place on the axis, "A1", "C3". */
export function actionNumbers(plan: ActionPlan): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const [i, axis] of axes.entries()) {
    const letter = axisLetter(i);
    plan.actions
      .filter((action) => action.axis === axis)
      .forEach((action, k) => {
        numbers.set(action.id, `${letter}${k + 1}`);
      });
  }
  return numbers;
}

export const axisLetter = (index: number): string => String.fromCharCode(65 + index);

export const planned = (plan: ActionPlan): readonly PlanAction[] =>
  plan.actions.filter(({ wave }) => wave === "planned");
export const inReserve = (plan: ActionPlan): readonly PlanAction[] =>
  plan.actions.filter(({ wave }) => wave === "reserve");
