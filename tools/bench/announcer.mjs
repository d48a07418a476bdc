/** Announces events as a request of the product does, without the request: units of work, one after the other. */
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/platform/config.ts';
import { systemActor } from '../../server/platform/context.ts';
import { newId, publicId } from '../../server/platform/ids.ts';
import { createLog } from '../../server/platform/log.ts';
import { inUnit } from '../../server/platform/unit.ts';
import { answerQuestions } from './children.mjs';

let services;
let workspaces;

answerQuestions({
  async open({ workspaces: ids }) {
    const config = readConfig();
    const vendors = { mail: { send: () => Promise.reject(new Error('No mail leaves here')) } };
    ({ services } = await createApp({ config, log: createLog(config), vendors }));
    workspaces = ids;
  },
  /** @returns CPU of this process and time, both per transaction */
  async announce({ transactions, events }) {
    const cpu = process.cpuUsage();
    const began = performance.now();
    for (let count = 0; count < transactions; count += 1) {
      await inUnit(services, workspaces[count % workspaces.length], systemActor, async (ctx) => {
        for (let event = 0; event < events; event += 1) announce(ctx);
      });
    }
    const { user, system } = process.cpuUsage(cpu);
    return { cpuMs: (user + system) / 1000 / transactions, wallMs: (performance.now() - began) / transactions };
  },
});

/** An event that has a listener, about a lead that is gone by then: the listener looks for it and has nothing to do. */
function announce(ctx) {
  const [lead, stage] = [publicId('lead', newId()), publicId('leadStage', newId())];
  ctx.emit('lead.created', { id: lead, formId: null, stageId: stage, status: 'open', version: 1 });
}
