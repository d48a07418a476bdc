/** A CSV file on its way to the server, with how much of it has left. */
import { createClient } from '@alloza/sdk/core';
import { imports } from '@alloza/sdk/operations';
import type { App } from '../app/app.ts';
import type { Import, Resource } from './import-store.ts';

/** What the server takes at most, in bytes. */
export const largestFile = 20 * 1024 * 1024;

/** A slow line sends 20 MB in half an hour; milliseconds. */
const uploadTime = 30 * 60_000;

export type FileProblem = 'tooLarge' | 'empty' | 'workbook';

/** What can be told of a file without reading it. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): FileProblem | undefined {
  if (/\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(name)) return 'workbook';
  if (size > largestFile) return 'tooLarge';
  return size === 0 ? 'empty' : undefined;
}

export interface Upload {
  readonly resource: Resource;
  readonly file: File;
  /** The same for every try of one file: sent twice it makes one import. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** Told the share that was sent, 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Sends a file. @throws AllozaError, `csv_unreadable` if it is no table */
export async function uploadFile(
  app: App,
  { resource, file, idempotencyKey, signal, progress }: Upload,
): Promise<Import> {
  const client = createClient({
    session: true,
    workspace: app.membership.id,
    baseUrl: app.baseUrl,
    fetch: app.fetch ?? ((request: Request) => sendWithProgress(request, progress)),
    resources: { imports },
  });
  const query = { resource, name: file.name.slice(0, 200) };
  // Spreadsheet programs name the type in ways of their own.
  const options = { contentType: 'text/csv', idempotencyKey, signal, timeout: uploadTime, deadline: uploadTime };
  return client.imports.create(file, query, options);
}

/** As `fetch`, which does not tell how much of a body has left. @throws TypeError without a connection, as fetch does */
export async function sendWithProgress(request: Request, progress: (share: number) => void): Promise<Response> {
  const body = await request.blob();
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest();
    exchange.open(request.method, request.url);
    for (const [name, value] of request.headers) exchange.setRequestHeader(name, value);
    exchange.responseType = 'blob';
    exchange.withCredentials = request.credentials === 'include';
    exchange.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    exchange.onload = () => resolve(answerOf(exchange));
    exchange.onerror = () => reject(new TypeError('The network request failed'));
    exchange.onabort = () => reject(request.signal.reason);
    request.signal.addEventListener('abort', () => exchange.abort(), { once: true });
    exchange.send(body);
  });
}

function answerOf(exchange: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of exchange.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  return new Response(exchange.status === 204 ? null : exchange.response, { status: exchange.status, headers });
}
