import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { rooms } from '../../modules.ts';
import { connect, type Orm } from '../../platform/database.ts';
import { createTestDatabase, type TestDatabase, testConfig } from '../../platform/testing.ts';

let database: TestDatabase;
let orm: Orm;
before(async () => {
  database = await createTestDatabase();
  orm = await connect(
    testConfig(database, 'http://localhost'),
    rooms.flatMap((room) => room.entities ?? []),
  );
});
after(async () => {
  await orm.close();
  await database.drop();
});

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}

/** What entities call a type, in the words of PostgreSQL's catalog. */
const typeNames: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  varchar: 'character varying',
};

async function columnsOf(client: Pick<pg.Pool, 'query'>, table: string): Promise<Map<string, Column>> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type, not attnotnull as nullable, attgenerated <> '' as generated
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return new Map(rows.map((column) => [column.name, column]));
}

const entities = () => [...orm.getMetadata().getAll().values()];

/** One line for every way in which an entity and its table differ. */
async function findDifferences(client: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const found: string[] = [];
  for (const entity of entities()) {
    const columns = await columnsOf(client, entity.tableName);
    for (const property of entity.props) {
      const place = `${entity.className}.${property.name}`;
      const name = property.fieldNames[0]!;
      const column = columns.get(name);
      columns.delete(name);
      if (!column) {
        found.push(`${place}: ${entity.tableName} has no column ${name}`);
        continue;
      }
      const declared = property.columnTypes[0]!.replace(/\(.*\)/, '');
      const type = typeNames[declared] ?? declared;
      if (type !== column.type) found.push(`${place} is ${type}, the column ${column.type}`);
      const nullable = property.nullable ?? false;
      if (nullable !== column.nullable)
        found.push(
          `${place} ${nullable ? 'may' : 'may not'} be null, the column ${column.nullable ? 'may' : 'may not'}`,
        );
    }
    for (const column of columns.values())
      if (!column.generated) found.push(`${entity.className} leaves out ${entity.tableName}.${column.name}`);
  }
  return found;
}

test('every entity has the columns, types and nullability of its table, and leaves out only what the table computes', async (t) => {
  t.diagnostic(`${entities().flatMap((entity) => entity.props).length} columns of ${entities().length} entities`);
  assert.equal(entities().length, rooms.flatMap((room) => room.entities ?? []).length);
  assert.deepEqual(await findDifferences(database.owner), []);
});

test('a column that is changed, added or gone is noticed', async () => {
  const mutations: [string, string][] = [
    ['alter table leads alter column rating type integer', 'Lead.rating is smallint, the column integer'],
    ['alter table notes alter column custom type json', 'Note.custom is jsonb, the column json'],
    ['alter table users alter column name drop not null', 'User.name may not be null, the column may'],
    [
      "update leads set place = ''; alter table leads alter column place set not null",
      'Lead.place may be null, the column may not',
    ],
    ['alter table api_keys add column note text', 'ApiKey leaves out api_keys.note'],
    ['alter table lead_stages drop column meaning', 'LeadStage.meaning: lead_stages has no column meaning'],
  ];
  for (const [sql, expected] of mutations) {
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query(sql);
    assert.deepEqual(await findDifferences(client as never), [expected]);
    await client.query('rollback');
    client.release();
  }
});

test('every entity is known by its id alone, and stands for rows of one workspace or one person', () => {
  for (const entity of entities()) {
    assert.deepEqual(entity.primaryKeys, ['id'], entity.className);
    const scope = entity.props.some((property) => property.name === 'workspaceId');
    assert.ok(scope || ['User', 'Session', 'Workspace'].includes(entity.className), entity.className);
  }
});
