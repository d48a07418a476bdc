/*
 * Loaded before a process's own program: tells over its IPC channel how much memory the process has taken at most, and
 * how long its main thread has worked at most between two turns of its event loop. That is CPU time: a process that waits
 * for a busy machine is not one that blocks itself.
 */
const everyMs = 5;

let blockedMs = 0;
let before = process.threadCpuUsage();

setInterval(() => {
  const used = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  blockedMs = Math.max(blockedMs, (used.user + used.system) / 1000);
}, everyMs).unref();

process.on('message', (asked: string) => {
  process.send!({
    asked,
    blockedMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  });
  blockedMs = 0;
});
process.channel?.unref();
