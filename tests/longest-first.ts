import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute or more: left for the end, one of them runs alone while the other cores wait. */
const long = [
  /\/tests\/e2e\//,
  /\/durability\./,
  /\/cli\/src\/main\./,
  /\/access-matrix\./,
  /\/embedded\./,
  /\/backup\./,
];

/** The long files first, then the others as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => name.test(moduleId));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
