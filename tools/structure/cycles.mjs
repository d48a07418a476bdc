/** Value imports that lead back to where they began: whichever file loads first finds the other half empty. */
export function importCycles(sources) {
  const targets = new Map(sources.map(({ path, imports }) => [path, [...valueTargets(imports)]]));
  const finished = new Set();
  const problems = [];

  const visit = (path, trail) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const cycle = [...trail.slice(start), path];
      problems.push({
        file: path,
        message: `imports itself through ${cycle.slice(1).join(' -> ')}; move what both need into a file of its own, or import only the type`,
      });
      return;
    }
    if (finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return problems;
}

function* valueTargets(imports) {
  for (const { target, typeOnly, lazy } of imports) if (target && !typeOnly && !lazy) yield target;
}
