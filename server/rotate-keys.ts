import { encryptedColumns } from './modules.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { connect, disconnect } from './platform/database.ts';
import { requireKeys, rotateKeys } from './platform/key-rotation.ts';

// `node server/rotate-keys.ts`: encrypts everything anew with the newest key of ENCRYPTION_KEYS, beside running servers.
try {
  const config = readConfig();
  const orm = await connect(config, []);
  try {
    await requireKeys(orm, config, encryptedColumns);
    const results = await rotateKeys(orm, config, encryptedColumns, ({ table, column, done, left }) =>
      console.log(`${table}.${column}: ${done} done, ${left} left`),
    );
    const left = results.reduce((sum, result) => sum + result.left, 0);
    const older = config.encryptionKeys.slice(1).map(({ id }) => id);
    for (const { table, column, unreadable } of results)
      if (unreadable > 0) console.error(`${table}.${column}: ${unreadable} values can't be read by any key`);
    if (left > 0) console.error(`${left} values are still under an older key. Run it again.`);
    else if (older.length > 0) console.log(`Nothing needs ${older.join(', ')} any more.`);
    process.exitCode = left > 0 ? 1 : 0;
  } finally {
    await disconnect(orm);
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
