/** The reference for streams: bare node:http, which writes a first frame and the same heartbeat as the product. */
import { createServer } from 'node:http';
import { answerQuestions } from './children.mjs';

answerQuestions({
  async serve() {
    const readers = new Set();
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' });
      response.write('retry: 1000\nid: 0\n\n');
      readers.add(response);
      response.once('close', () => readers.delete(response));
    });
    setInterval(() => {
      for (const response of readers) response.write(':\n\n');
    }, 20_000).unref();
    await new Promise((resolve) => server.listen(0, resolve));
    return server.address().port;
  },
});
