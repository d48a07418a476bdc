import pg from 'pg';
import { median, quantile } from './numbers.mjs';

const sizes = { few: 2_000, many: 200_000 };
const rounds = 60;

/** Questions, each with how many clients of either studio it finds. */
const questions = [
  { q: 'quillfeather', hits: 1 },
  { q: 'Ástrid', hits: 25 },
  { q: 'marigold', hits: 200 },
  { q: 'marig astr', hits: 25 },
  { q: '+49 30 5550199', hits: 1 },
];

/**
 * Searching clients by words that are equally frequent in a studio of 2,000 and in one of 200,000, through the whole
 * product and by turns.
 *
 * @returns for each question the medians of both, in milliseconds, and the ratio of these
 */
export async function measureSearch({ ownerUrl, studios, startProduct }) {
  const [few, many] = studios;
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  for (const [name, studio] of Object.entries({ few, many }))
    await insertClients(owner, studio.workspaceId, sizes[name]);
  await owner.query('vacuum analyze clients');
  await owner.end();

  const product = await startProduct('web', 'search');
  const ask = async (studio, { q, hits }) => {
    const began = performance.now();
    const url = `http://127.0.0.1:${product.port}/v1/clients?limit=100&${new URLSearchParams({ q })}`;
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${studio.key}`, host: 'bench.example', 'x-forwarded-proto': 'https' },
    });
    const { items } = await answer.json();
    if (items?.length !== Math.min(hits, 100)) throw new Error(`${q} found ${items?.length} instead of ${hits}`);
    return performance.now() - began;
  };
  const figures = [];
  for (const question of questions) {
    const times = { few: [], many: [] };
    for (let round = -10; round < rounds; round += 1) {
      const taken = { few: await ask(few, question), many: await ask(many, question) };
      // The first ones warm up.
      if (round >= 0) for (const name of ['few', 'many']) times[name].push(taken[name]);
    }
    const [fewMs, manyMs] = [median(times.few), median(times.many)];
    figures.push({ ...question, fewMs, manyMs, ratio: manyMs / fewMs, p95: quantile(times.many, 0.95) });
  }
  await product.stop();
  return { sizes, rounds, questions: figures, ratio: Math.max(...figures.map((figure) => figure.ratio)) };
}

/** Names of no meaning, and among them, evenly spread, those that the questions are about. */
async function insertClients(owner, workspaceId, size) {
  await owner.query(
    `insert into clients (workspace_id, id, kind, display_name, contacts, tags, consents, last_activity_at, created_at, updated_at)
     select $1, gen_random_uuid(), 'person',
            initcap(translate(md5('first' || n % 5000), '0123456789', 'ghijklmnop')) || ' ' || initcap(translate(md5('last' || n), '0123456789', 'ghijklmnop'))
              || case when n = 777 then ' Quillfeather' else '' end
              || case when n % ($2::int / 200) = 1 then ' Marigold' else '' end
              || case when n % ($2::int / 25) = 1 then ' Astrid' else '' end,
            jsonb_build_array(jsonb_build_object('name', 'Contact', 'email', 'c' || n || '@example.com',
              'phone', case when n = 555 then '+49305550199' else '+1415' || 1000000 + n end)),
            array[(array['wedding', 'family', 'portrait', 'film'])[1 + n % 4]], '{"email":null,"sms":null}', now(), now(), now()
       from generate_series(1, $2::int) n`,
    [workspaceId, size],
  );
}
