import type pg from 'pg';
import type { Statement } from '../../platform/testing-statements.ts';

/** Tables that grow with the business: none may be read from end to end. */
const bigTables = new Set([
  ...['leads', 'notes', 'changes', 'events', 'mails', 'files', 'idempotency_keys', 'spent_proofs', 'access_log'],
  ...['projects', 'project_clients', 'project_members', 'tasks', 'record_links'],
  ...['clients', 'client_identities', 'client_tags', 'client_merges', 'saved_views'],
  ...['imports', 'import_rows'],
  ...['workspaces', 'members', 'users', 'sessions', 'api_keys', 'account_tokens', 'invitations'],
]);

export interface Plan {
  indexes: Set<string>;
  scanned: string[];
  text: string;
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}

/** How PostgreSQL would run a statement as one of the server's roles, within a studio and for a person of it. */
export async function explainAs(
  owner: pg.Pool,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  statement: Step,
): Promise<Plan> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('alloza.workspace', $1, true), set_config('alloza.user', $2, true)", [
      workspaceId,
      userId,
    ]);
    await client.query(`set local role ${statement.role}`);
    const { rows } = await client.query(`explain (format json) ${statement.text}`, statement.values as unknown[]);
    const plan: Plan = {
      indexes: new Set(),
      scanned: [],
      text: JSON.stringify(rows[0]['QUERY PLAN'][0].Plan, null, 1),
    };
    walk(rows[0]['QUERY PLAN'][0].Plan, plan);
    return plan;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function walk(node: Node, plan: Plan): void {
  if (node['Index Name']) plan.indexes.add(node['Index Name']);
  if (node['Node Type'] === 'Seq Scan' && bigTables.has(node['Relation Name']!))
    plan.scanned.push(node['Relation Name']!);
  for (const child of node.Plans ?? []) walk(child, plan);
}

const isPlannable = ({ text }: Statement): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(text) && !/set_config|pg_notify|advisory/.test(text);

export interface Step extends Statement {
  role: string;
}

/** The statements that read or write, each with the role they were sent as. */
export function stepsOf(statements: Statement[], role: string): Step[] {
  let current = role;
  return statements.flatMap((statement) => {
    const taken = /set_config\('role', (?:'(\w+)'|\$1)/.exec(statement.text);
    if (taken) current = taken[1] ?? String(statement.values[0]);
    return isPlannable(statement) ? [{ ...statement, role: current }] : [];
  });
}
