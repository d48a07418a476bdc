// How operations.ts is read. A resource is a string of its verbs, and a verb that does what its name says is just that:
//   list, create, get, update, delete   as REST has them, below /v1/<resource in kebab-case>
//   any other                           POST to /{id}/<verb in kebab-case>
// What differs follows it: `=` with the method's letter and the path behind the resource, `:` with the flags
// b body, r raw bytes, q query, p paginated, s stream.

/** The methods by their letters in the table; a PATCH sends a merge patch. */
export const methods: Readonly<Record<string, string>> = { G: 'GET', P: 'POST', M: 'PATCH', D: 'DELETE' };

/** One operation: its method, its path with `{}` for an id, and its flags. */
export type Row = readonly [method: string, path: string, flags: string];

const regular: Record<string, Row> = {
  list: ['GET', '', 'qp'],
  create: ['POST', '', 'b'],
  get: ['GET', '/{}', ''],
  update: ['PATCH', '/{}', 'b'],
  delete: ['DELETE', '/{}', ''],
};

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a verb does unless the table says otherwise; its path is behind the resource's. */
export const expected = (verb: string): Row => regular[verb] ?? ['POST', `/{}/${kebab(verb)}`, ''];

/** The operations of a resource by verb. */
export function rowsOf(resource: string, table: string): Record<string, Row> {
  return Object.fromEntries(
    table.split(' ').map((entry) => {
      const [, verb = '', letter, path = '', flags] = /^(\w+)(?:=(\w)([^:]*))?(?::(\w*))?$/.exec(entry)!;
      const [method, tail, usual] = letter ? [methods[letter]!, path, ''] : expected(verb);
      return [verb, [method, `/v1/${kebab(resource)}${tail}`, flags ?? usual]];
    }),
  );
}
