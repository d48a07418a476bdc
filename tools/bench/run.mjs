import { stopOnSignals } from '../processes.mjs';
import { measureRequests } from './measure-requests.mjs';
import { openStage } from './stage.mjs';
export async function runBench(argv) {
  stopOnSignals();
  const stage = await openStage({ say: console.error, profile: argv.includes('--profile') });
  for (const name of ['list', 'create']) {
    if (argv.includes('--only=create') && name === 'list') continue;
    if (argv.includes('--only=list') && name === 'create') continue;
    console.log(
      name,
      stage.studios[0][name].statements.map((s) => JSON.stringify(s.text).slice(0, 60)),
      await measureRequests(stage, name),
    );
  }
  await stage.stop();
}
