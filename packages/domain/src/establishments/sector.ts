/**
 * An activity code and everything above it, so that a rule may name a division (10), a group (10.8), a class (10.83)
 * or a sub-class (10.83Z) of NAF rev. 2. Points may be missing; what does not begin with two digits gives nothing.
 */
export function sectorLineage(naf: string | null): readonly string[] {
  const found = /^(\d{2})\.?(\d)?(\d)?([A-Z])?$/.exec((naf ?? "").trim().toUpperCase());
  if (found === null) return [];
  const [, division = "", group, second, letter] = found;
  if (group === undefined) return [division];
  const line = [division, `${division}.${group}`];
  if (second === undefined) return line;
  line.push(`${division}.${group}${second}`);
  if (letter !== undefined) line.push(`${division}.${group}${second}${letter}`);
  return line;
}
