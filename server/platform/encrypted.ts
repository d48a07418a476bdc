import type { Config } from './config.ts';
import { decrypt, encrypt } from './crypto.ts';

/**
 * A column of the type `encrypted`. Its table has an `id`, and a `workspace_id` where rows belong to studios. The room
 * that keeps it names it in `encrypted` of its module, which is how the change of keys finds it.
 */
export interface EncryptedColumn {
  table: string;
  column: string;
  /** Whether rows belong to studios. */
  inWorkspace: boolean;
}

/** Which row a value stands in; stored ids. */
export interface Cell {
  id: string;
  workspaceId?: string;
}

type Keys = Pick<Config, 'encryptionKeys'>;

/** What a ciphertext is bound to: moved to another row, column, table or studio, it does not open. */
function placeOf({ table, column, inWorkspace }: EncryptedColumn, { id, workspaceId }: Cell): string {
  if (inWorkspace !== (workspaceId !== undefined)) throw new TypeError(`A row of ${table} is named by other ids`);
  return `${inWorkspace ? `${workspaceId}|` : ''}${table}|${column}|${id}`;
}

/** Encrypts a text for one row of a column, under the newest key. */
export const seal = ({ encryptionKeys }: Keys, column: EncryptedColumn, cell: Cell, text: string): Buffer =>
  encrypt(encryptionKeys, placeOf(column, cell), text);

/** The reverse of `seal`. @throws DecryptionError for another row, an unknown key or a changed byte */
export const unseal = ({ encryptionKeys }: Keys, column: EncryptedColumn, cell: Cell, sealed: Buffer): string =>
  decrypt(encryptionKeys, placeOf(column, cell), sealed);
