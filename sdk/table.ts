// How operations.ts is read. A resource is a string of its verbs; behind a verb stands how it is called, unless that is
// what anybody would expect of its name (`usual`). `timeline=:/Gqp` reads, from left to right:
//   :  the path names an id       /  the path ends in the verb (`/v1/leads/{}/timeline`)
//   G  the method's letter
//   b body, r raw bytes, q query, p paginated, s stream

/** The methods by their letters in the table; a PATCH sends a merge patch. */
export const methods: Readonly<Record<string, string>> = { G: 'GET', P: 'POST', M: 'PATCH', D: 'DELETE' };

/** One operation: its method, its path with `{}` for an id, and its flags. */
export type Row = readonly [method: string, path: string, flags: string];

const usual: Readonly<Record<string, string>> = { list: 'Gqp', create: 'Pb', get: ':G', update: ':Mb', delete: ':D' };

/** How a verb is called unless the table says otherwise: as REST has it, or by POST to the object's `/<verb>`. */
export const usualOf = (verb: string): string => usual[verb] ?? ':/P';

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The operations of a resource by verb. */
export function rowsOf(resource: string, table: string): Record<string, Row> {
  return Object.fromEntries(
    table.split(' ').map((entry) => {
      const [verb = '', how = usualOf(verb)] = entry.split('=');
      const [, id, tail, letter = '', flags = ''] = /^(:?)(\/?)(.)(.*)/.exec(how)!;
      const path = `/v1/${kebab(resource)}${id && '/{}'}${tail && `/${kebab(verb)}`}`;
      return [verb, [methods[letter]!, path, flags]];
    }),
  );
}
