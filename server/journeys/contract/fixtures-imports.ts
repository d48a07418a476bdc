import { storedId } from '../../platform/ids.ts';
import { eventually } from '../../platform/testing.ts';
import type { Studio } from '../../platform/testing-studio.ts';

export const clientsCsv = Uint8Array.from(Buffer.from('Name;E-mail\r\nAna Ruiz;\r\nLuis Ruiz;\r\n'));

/** An import that the worker has brought to a state, or has just begun to. */
export async function newImport(
  studio: Studio,
  state: 'uploaded' | 'checking' | 'checked' | 'finished' = 'uploaded',
): Promise<string> {
  const made = await studio.api('POST', '/v1/imports?resource=clients&name=clients.csv', {
    raw: clientsCsv,
    headers: { 'content-type': 'text/csv' },
  });
  const path = `/v1/imports/${made.body.id}`;
  if (state === 'checking') await haltImport(studio, made.body.id);
  else if (state !== 'uploaded') await studio.api('POST', `${path}/check`);
  if (state !== 'uploaded' && state !== 'checking') await reach(studio, path, 'checked');
  if (state === 'finished') {
    await studio.api('POST', `${path}/run`);
    await reach(studio, path, 'finished');
  }
  return made.body.id;
}

const reach = (studio: Studio, path: string, status: string) =>
  eventually(`an import to be ${status}`, async () => (await studio.api('GET', path)).body.status === status);

/** As it is while a check is under way: the worker would be done before anybody could cancel it. */
const haltImport = (studio: Studio, importId: string) =>
  studio.server.database.owner.query("update imports set status = 'checking' where id = $1", [
    storedId('import', importId),
  ]);
