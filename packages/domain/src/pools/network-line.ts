/** One branch of a network: the member at `to` is joined to the network at `from`. Indices of the sites. */
export type Branch = { readonly from: number; readonly to: number; readonly km: number };

/**
 * The shortest network that joins the sites, grown from the root branch by branch (Prim).
 * @param km distance between two sites, by index
 * @param admit keeps a site out when its branch does not deserve it; it may still come in by a later, shorter branch
 * Ties go to the lower index, so that the same sites always give the same network.
 */
export function shortestNetwork(
  size: number,
  root: number,
  km: (a: number, b: number) => number,
  admit: (branch: Branch) => boolean = () => true,
): readonly Branch[] {
  const nearest = new Map<number, Branch>();
  for (let to = 0; to < size; to++) if (to !== root) nearest.set(to, { from: root, to, km: km(root, to) });
  const branches: Branch[] = [];
  for (;;) {
    let best: Branch | undefined;
    for (const branch of nearest.values())
      if (
        admit(branch) &&
        (best === undefined || branch.km < best.km || (branch.km === best.km && branch.to < best.to))
      )
        best = branch;
    if (best === undefined) return branches;
    branches.push(best);
    nearest.delete(best.to);
    for (const [to, branch] of nearest) {
      const length = km(best.to, to);
      if (length < branch.km) nearest.set(to, { from: best.to, to, km: length });
    }
  }
}
