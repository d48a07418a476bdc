import { createServer, type Server } from 'node:http';
import type { Config } from './config.ts';

/**
 * An HTTP server that waits for nobody: half of REQUEST_TIMEOUT_MS for a request's head, the whole for its body. Node
 * answers 408 to who is late and ends the connection; it would look for such connections only every 30 s.
 */
export const createHttpServer = (config: Pick<Config, 'REQUEST_TIMEOUT_MS'>): Server =>
  createServer({
    maxHeaderSize: 16_384,
    headersTimeout: config.REQUEST_TIMEOUT_MS / 2,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 500,
  });
