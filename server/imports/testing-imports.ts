import { eventually } from '../platform/testing.ts';
import type { Answer, Studio } from '../platform/testing-studio.ts';

export interface Uploaded {
  resource?: 'clients' | 'leads' | 'projects';
  name?: string;
}

/** Uploads a file as the dashboard does. */
export const upload = (studio: Studio, file: string | Uint8Array, { resource = 'clients', name }: Uploaded = {}) =>
  studio.api('POST', `/v1/imports?resource=${resource}${name ? `&name=${encodeURIComponent(name)}` : ''}`, {
    raw: typeof file === 'string' ? file : new Blob([Uint8Array.from(file)]),
    headers: { 'content-type': 'text/csv' },
  });

/** Waits until the worker has come to an end. */
export const settled = (studio: Studio, importId: string, ms = 60_000): Promise<Answer['body']> =>
  eventually(
    'the import to come to an end',
    async () => {
      const { body } = await studio.api('GET', `/v1/imports/${importId}`);
      return !/ing$/.test(body.status) && body;
    },
    ms,
  );

/** Asks for a check, run or undo and waits for its end. */
export async function step(studio: Studio, importId: string, verb: 'check' | 'run' | 'undo', ms?: number) {
  const answer = await studio.api('POST', `/v1/imports/${importId}/${verb}`);
  if (answer.status !== 202) throw new Error(`${verb} answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return settled(studio, importId, ms);
}

export const patchImport = async (studio: Studio, importId: string, body: object): Promise<Answer> => {
  const found = await studio.api('GET', `/v1/imports/${importId}`);
  return studio.api('PATCH', `/v1/imports/${importId}`, { body, headers: { 'if-match': found.headers.get('etag')! } });
};

/** Uploads, maps, checks and runs a file. */
export async function importFile(studio: Studio, file: string, options: Uploaded & { patch?: object } = {}) {
  const uploaded = await upload(studio, file, options);
  if (uploaded.status !== 201) throw new Error(JSON.stringify(uploaded.body));
  const { id } = uploaded.body;
  if (options.patch) {
    const patched = await patchImport(studio, id, options.patch);
    if (patched.status !== 200) throw new Error(JSON.stringify(patched.body));
  }
  const checked = await step(studio, id, 'check');
  const checkedRows = await rowsOf(studio, id);
  const run = await step(studio, id, 'run');
  return { id, checked, checkedRows, run, rows: await rowsOf(studio, id) };
}

/** All rows of an import. */
export async function rowsOf(studio: Studio, importId: string): Promise<Answer['body'][]> {
  const rows: Answer['body'][] = [];
  for (let after = ''; ; ) {
    const { body } = await studio.api('GET', `/v1/imports/${importId}/rows?limit=100${after}`);
    rows.push(...body.items);
    if (body.next === null) return rows;
    after = `&after=${body.next}`;
  }
}

export const exported = async (studio: Studio, resource: string, query = ''): Promise<string> => {
  const answer = await studio.api('GET', `/v1/${resource}/export${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

export const codesOf = (row: Answer['body']): string[] =>
  row.problems.map(({ column, code }: { column: string | null; code: string }) => `${column}: ${code}`);
