import type pg from 'pg';

type Queryable = Pick<pg.Pool, 'query'>;

/** The roles that the server becomes at run time, or its functions run as. */
const runtimeRoles = ['alloza_app', 'alloza_system', 'alloza_definer', 'alloza_jobs'] as const;

/** Tables without row-level security, each for a reason. */
export const openTables: Record<string, string> = {
  migrations: 'names of applied migrations; read by /readyz',
};

/** Rows that belong to a person rather than to a workspace. */
const personal = /current_user_id\(\)/;
const own = /current_workspace\(\)/;

interface TableRow {
  table: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
}

interface PolicyRow {
  table: string;
  name: string;
  roles: string[];
  command: string;
  permissive: string;
  rule: string | null;
  check: string | null;
}

interface GrantRow {
  table: string;
  role: string;
  privilege: string;
}

/**
 * Reads the catalog and answers one line for everything that stands between a workspace's rows and another workspace:
 * tables without forced row-level security, rights without a policy, policies that let too much through.
 */
export async function findUnprotected(database: Queryable): Promise<string[]> {
  const { rows: tables } = await database.query<TableRow>(`
    select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relowner::regrole::text as owner
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  const { rows: policies } = await database.query<PolicyRow>(`
    select tablename as table, policyname as name, roles::text[] as roles, cmd as command, permissive, qual as rule, with_check as check
      from pg_policies where schemaname = 'public'`);
  // Not information_schema, whose views of rights take 50 ms.
  const { rows: grants } = await database.query<GrantRow>(`
    select relname as table, coalesce(r.rolname, 'PUBLIC') as role, privilege_type as privilege from (
      select c.relname, (aclexplode(c.relacl)).* from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      union all
      select c.relname, (aclexplode(a.attacl)).* from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    ) acl left join pg_roles r on r.oid = acl.grantee`);
  const protectedTables = tables.filter(({ table }) => !(table in openTables));
  return [
    ...protectedTables.flatMap(missingSwitches),
    ...tables
      .filter(({ owner }) => owner.startsWith('alloza_'))
      .map(({ table }) => `${table} is owned by a runtime role`),
    ...protectedTables.flatMap(({ table }) => missingPolicies(table, policies, grants)),
    ...policies.flatMap(widePolicies),
    ...grants
      .filter(({ role, privilege }) => role === 'PUBLIC' || privilege === 'TRUNCATE' || privilege === 'TRIGGER')
      .filter(({ role }) => role === 'PUBLIC' || role.startsWith('alloza_'))
      .map(({ table, role, privilege }) => `${table}: ${role} may ${privilege}`),
  ];
}

const missingSwitches = ({ table, enabled, forced }: TableRow): string[] => [
  ...(enabled ? [] : [`${table}: row-level security is off`]),
  ...(forced ? [] : [`${table}: row-level security is not forced on its owner`]),
];

const commands = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

function missingPolicies(table: string, policies: PolicyRow[], grants: GrantRow[]): string[] {
  return runtimeRoles.flatMap((role) =>
    commands
      .filter((command) =>
        grants.some((grant) => grant.table === table && grant.role === role && grant.privilege === command),
      )
      .filter(
        (command) =>
          !policies.some(
            (policy) =>
              policy.table === table &&
              policy.roles.includes(role) &&
              policy.permissive === 'PERMISSIVE' &&
              (policy.command === 'ALL' || policy.command === command),
          ),
      )
      .map((command) => `${table}: ${role} may ${command}, but no policy says which rows`),
  );
}

function widePolicies({ table, name, roles, command, rule, check }: PolicyRow): string[] {
  const problems: string[] = [];
  if (roles.some((role) => !(runtimeRoles as readonly string[]).includes(role)))
    problems.push(`${table}: the policy ${name} is for ${roles.join(', ')}`);
  if (!roles.includes('alloza_app')) return problems;
  const isNarrow = (text: string | null) => text !== null && (own.test(text) || personal.test(text));
  if (command !== 'INSERT' && !isNarrow(rule))
    problems.push(`${table}: ${name} shows alloza_app more than its own rows`);
  if (command !== 'SELECT' && command !== 'DELETE' && !isNarrow(check))
    problems.push(`${table}: ${name} lets alloza_app write other rows`);
  if (rule !== check && command === 'ALL') problems.push(`${table}: ${name} checks something else than it shows`);
  return problems;
}
