import { fileTypeFromBuffer } from 'file-type';
import type { components } from '../../sdk/schema.ts';
import type { Context } from './context.ts';
import { sameText, sign } from './crypto.ts';
import { type Orm, query, queryOnce } from './database.ts';
import { newId, publicId, storedId } from './ids.ts';
import { defineErrors, problems } from './problem.ts';
import { instant } from './time.ts';

export const fileErrors = defineErrors({
  file_type_mismatch: { status: 422, title: 'The bytes are not an image of the declared type' },
});

export type File = components['schemas']['File'];
type Purpose = File['purpose'];

const urlLifetimeMs = 10 * 60_000;

interface FileRow {
  id: string;
  purpose: Purpose;
  name: string;
  content_type: string;
  size: number;
  created_at: Date;
}

/** A lasting address of a public file, such as a logo in a mail. */
export const publicFileUrl = (publicUrl: string, fileId: string): string =>
  `${publicUrl}/brand/${publicId('file', fileId)}`;

function presentFile(ctx: Context, row: FileRow): File {
  const expires = ctx.now.getTime() + urlLifetimeMs;
  const id = publicId('file', row.id);
  const signature = sign(ctx.config.AUTH_SECRET, 'file', `${row.id}.${expires}`);
  const isPublic = row.purpose === 'logo';
  return {
    id,
    purpose: row.purpose,
    name: row.name,
    contentType: row.content_type,
    size: row.size,
    url: isPublic
      ? publicFileUrl(ctx.config.PUBLIC_URL, row.id)
      : `${ctx.config.PUBLIC_URL}/files/${id}?expires=${expires}&signature=${signature}`,
    urlExpiresAt: isPublic ? null : new Date(expires).toISOString(),
    createdAt: instant(row.created_at),
  };
}

export interface Upload {
  purpose: Purpose;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Stores a file if its bytes are what it says it is. */
export async function createFile(ctx: Context, upload: Upload): Promise<File> {
  const type = await fileTypeFromBuffer(upload.bytes);
  if (type?.mime !== upload.contentType) throw fileErrors.file_type_mismatch();
  const row: FileRow = {
    id: newId(),
    purpose: upload.purpose,
    name: fileName(upload.name),
    content_type: upload.contentType,
    size: upload.bytes.byteLength,
    created_at: ctx.now,
  };
  await query(
    ctx.em,
    `insert into files (workspace_id, id, purpose, name, content_type, size, bytes, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ctx.workspace.id, row.id, row.purpose, row.name, row.content_type, row.size, upload.bytes, ctx.now],
  );
  return presentFile(ctx, row);
}

/** Without path separators, and without the control and direction characters that make a name lie. */
const fileName = (name: string): string => name.replace(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]/gu, '_').slice(-120);

export async function getFile(ctx: Context, fileId: string): Promise<File> {
  const rows = await query<FileRow>(
    ctx.em,
    'select id, purpose, name, content_type, size, created_at from files where workspace_id = $1 and id = $2',
    [ctx.workspace.id, storedId('file', fileId)],
  );
  if (!rows[0]) throw problems.not_found();
  return presentFile(ctx, rows[0]);
}

export interface StoredFile {
  purpose: Purpose;
  name: string;
  content_type: string;
  bytes: Buffer;
}

/** The bytes behind a signed address, or null if the address is not valid or not valid any more. */
export async function openSigned(
  orm: Orm,
  secret: string,
  fileId: string,
  expires: string,
  signature: string,
): Promise<StoredFile | null> {
  const id = storedId('file', fileId);
  if (!id || !(Number(expires) > Date.now()) || !sameText(signature, sign(secret, 'file', `${id}.${expires}`)))
    return null;
  return (await queryOnce<StoredFile>(orm, 'select * from find_file($1)', [id]))[0] ?? null;
}

/** The bytes of a public file, or null. */
export async function openPublic(orm: Orm, fileId: string): Promise<StoredFile | null> {
  const id = storedId('file', fileId);
  const file = id ? (await queryOnce<StoredFile>(orm, 'select * from find_file($1)', [id]))[0] : undefined;
  return file?.purpose === 'logo' ? file : null;
}
