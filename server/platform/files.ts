import { fileTypeFromBuffer } from 'file-type';
import type { components } from '../../sdk/schema.ts';
import type { Context, Services } from './context.ts';
import { sameText, sign } from './crypto.ts';
import { query, queryOnce } from './database.ts';
import { objectKey } from './file-store.ts';
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
  if (ctx.vendors.files) ctx.enqueue('file.store', { fileId: row.id });
  return presentFile(ctx, row);
}

/** Without path separators, without the control and direction characters that make a name lie, and no name of a device. */
function fileName(name: string): string {
  const plain = name.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]/gu, '_');
  const shortened = [...plain].slice(-120).join('');
  return shortened.replace(/^[. ]+|[. ]+$/g, '_').replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1');
}

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
  bytes: Uint8Array;
}

/**
 * The file behind a signed address, or null if the address is not valid or not valid any more.
 * @throws 503 while the object store does not answer
 */
export async function openSigned(
  services: Services,
  fileId: string,
  expires: string,
  signature: string,
): Promise<StoredFile | null> {
  const id = storedId('file', fileId);
  const expected = sign(services.config.AUTH_SECRET, 'file', `${id}.${expires}`);
  if (!id || !(Number(expires) > Date.now()) || !sameText(signature, expected)) return null;
  return openFile(services, id, () => true);
}

/** A public file, or null. @throws 503 while the object store does not answer */
export async function openPublic(services: Services, fileId: string): Promise<StoredFile | null> {
  const id = storedId('file', fileId);
  return id ? openFile(services, id, (purpose) => purpose === 'logo') : null;
}

interface FoundFile extends Omit<StoredFile, 'bytes'> {
  workspace_id: string;
  size: number;
  bytes: Buffer | null;
}

async function openFile(
  services: Services,
  id: string,
  isAllowed: (purpose: Purpose) => boolean,
): Promise<StoredFile | null> {
  const [file] = await queryOnce<FoundFile>(services.orm, 'select * from find_file($1)', [id]);
  if (!file || !isAllowed(file.purpose)) return null;
  if (file.bytes) return { ...file, bytes: file.bytes };
  const outcome = await services.vendors.files?.get(objectKey(file.workspace_id, id), file.size);
  if (outcome?.kind === 'found') return { ...file, bytes: outcome.bytes };
  const reason =
    outcome?.kind === 'failed' ? outcome.reason : outcome ? 'There is no such object' : 'There is no store';
  services.log.error({ reason, fileId: publicId('file', id) }, 'a file can not be read from the object store');
  if (outcome?.kind === 'missing') return null;
  throw problems.unavailable({ headers: { 'retry-after': '5' } });
}
