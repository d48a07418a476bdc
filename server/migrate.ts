import { readMigrationUrls } from './platform/config.ts';
import { migrate } from './platform/migrations.ts';

// `node server/migrate.ts`: brings the database up to date and ends. The server does the same at its start.
const { ownerUrl, loginUrl } = readMigrationUrls();
await migrate(ownerUrl, loginUrl, (line) => console.log(line));
