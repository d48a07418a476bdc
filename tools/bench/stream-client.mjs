/** Reads event streams, in a process of its own: one whose events it causes and times, or thousands that stay idle. */
import { get, request } from 'node:http';
import { answerQuestions } from './children.mjs';
import { createRequest } from './requests.mjs';

const open = [];

answerQuestions({
  /**
   * Creates leads through one server, and waits for each one's event from another.
   * @returns {Promise<{ delays: number[], answers: number[] }>} ms from sending the request to the event, and to its answer
   */
  async follow({ from, to, warmUp, samples }) {
    const arrivals = [];
    let arrived = () => {};
    const stream = await openStream(to);
    stream.setEncoding('utf8').on('data', (text) => {
      if (!text.includes('event: lead.created')) return;
      arrivals.push(performance.now());
      arrived();
    });
    const delays = [];
    const answers = [];
    for (let count = 0; count < warmUp + samples; count += 1) {
      const arrival = new Promise((resolve) => {
        arrived = resolve;
      });
      const sent = performance.now();
      await send(from.port, createRequest(from.studio));
      const answered = performance.now();
      await arrival;
      if (count >= warmUp) {
        delays.push(arrivals.at(-1) - sent);
        answers.push(answered - sent);
      }
      // What the event sets in motion comes to rest first.
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return { delays, answers };
  },
  /** Opens streams and keeps them open, their first bytes read. */
  async hold({ streams }) {
    for (let from = 0; from < streams.length; from += 50)
      open.push(...(await Promise.all(streams.slice(from, from + 50).map(openStream))));
  },
  /** How many of them are still open. */
  held: () => open.filter((stream) => !stream.closed).length,
});

function openStream({ port, path, headers }) {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers, agent: false }, (stream) => {
      if (stream.statusCode !== 200) return reject(new Error(`${path} answered ${stream.statusCode}`));
      stream.once('data', () => resolve(stream));
      stream.on('error', () => {});
    }).once('error', reject);
  });
}

function send(port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const sending = request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume().once('end', resolve);
      if (answer.statusCode !== 201) reject(new Error(`${path} answered ${answer.statusCode}`));
    });
    sending.once('error', reject).end(body);
  });
}
