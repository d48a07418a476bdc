/**
 * Loaded before a measured program (`--import`): tells its parent, when asked, what the process has used, and ends it
 * when its parent is gone. Does nothing in between.
 */
const answers = {
  usage() {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    return { cpuMs: (user + system) / 1000, rss, heapUsed };
  },
  /** Memory without what only waits to be collected. */
  settledUsage() {
    for (let round = 0; round < 3; round += 1) globalThis.gc?.();
    return answers.usage();
  },
};

process.on('message', ({ id, question }) => {
  if (question in answers) process.send({ id, answer: answers[question]() });
});
process.on('disconnect', () => process.exit());
// Listening to the parent must not keep a program running that has come to its end.
process.channel?.unref();
