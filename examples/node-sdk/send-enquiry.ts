import { createClient, isAllozaError } from '@alloza/sdk';

const { ALLOZA_KEY: secretKey, ALLOZA_URL: baseUrl, FOLLOW_SECONDS = '60' } = process.env;
const reference = process.argv[2] ?? 'first-call';
if (!secretKey || !baseUrl) throw new Error('Set ALLOZA_KEY and ALLOZA_URL');

const alloza = createClient({ secretKey, baseUrl });

try {
  // The reference makes it safe to run twice: the second run gets the first one's answer.
  const { id } = await alloza.leads.create(
    {
      name: 'Ines Hartmann',
      phone: '+49 30 901823',
      projectType: 'Portrait',
      message: 'Called the studio, wants a date in May.',
    },
    { idempotencyKey: `telephone-${reference}` },
  );
  console.log(`entered ${id}`);

  const until = AbortSignal.timeout(Number(FOLLOW_SECONDS) * 1000);
  for await (const event of alloza.events.stream({ signal: until })) {
    if (event.data.id !== id) continue;
    console.log(`${event.type} at ${event.createdAt}`);
    if (event.type === 'lead.moved') break;
  }
} catch (error) {
  if (isAllozaError(error)) {
    console.error(`${error.code}: ${error.message} (request ${error.requestId})`);
    process.exitCode = 1;
  } else if ((error as Error).name !== 'TimeoutError') throw error;
}
