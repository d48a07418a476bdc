// How operations.ts is read. A resource is a string of its verbs; behind a verb stands how it is called, unless that is
// what anybody would expect of its name (`usual`). `timeline=GET:/qp` reads, from left to right:
//   GET  the method            :  the path names an id            /  the path ends in the verb (/v1/leads/{}/timeline)
//   b body, r raw bytes, q query, p paginated, s stream

/** One operation: its method, its path with `{}` for an id, and its flags. */
export type Row = readonly [method: string, path: string, flags: string];

const usual: Readonly<Record<string, string>> = {
  list: 'GETqp',
  create: 'POSTb',
  get: 'GET:',
  update: 'PATCH:b',
  delete: 'DELETE:',
};

/** How a verb is called unless the table says otherwise: as REST has it, or by POST to the object's `/<verb>`. */
export const usualOf = (verb: string): string => usual[verb] ?? 'POST:/';

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The operations of a resource by verb. */
export function rowsOf(resource: string, table: string): Record<string, Row> {
  return Object.fromEntries(
    table.split(' ').map((entry) => {
      const [verb = '', how = usualOf(verb)] = entry.split('=');
      const [, method = '', id, tail, flags = ''] = /^([A-Z]+)(:?)(\/?)(.*)/.exec(how)!;
      return [verb, [method, `/v1/${kebab(resource)}${id && '/{}'}${tail && `/${kebab(verb)}`}`, flags]];
    }),
  );
}
