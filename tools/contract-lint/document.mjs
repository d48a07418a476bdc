const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation with its path, its method and all its parameters, resolved. */
export function operationsOf(contract) {
  return Object.entries(contract.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])];
        return { ...item[method], path, method, parameters: parameters.map((entry) => at(contract, entry)) };
      }),
  );
}

/** What an object or the reference in its place stands for. */
export function at(contract, object) {
  if (!object?.$ref) return object;
  const path = object.$ref.slice(2).split('/');
  const target = path.reduce((found, part) => found?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], contract);
  return at(contract, target);
}

/** A schema and every schema written inside it, each with its name: `Lead.budget.min`. References are not followed. */
export function walk(schema, where) {
  if (typeof schema !== 'object' || schema === null) return [];
  const lists = ['oneOf', 'anyOf', 'allOf', 'prefixItems'].flatMap((key) => schema[key] ?? []);
  const single = ['items', 'additionalProperties', 'not'].map((key) => schema[key]);
  return [
    [where, schema],
    ...[...lists, ...single].flatMap((inner) => walk(inner, where)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => walk(inner, `${where}.${name}`)),
  ];
}
