import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

const packages = ['sdk', 'widgets', 'server', 'examples', 'tools'];
const notOurs = new Set(['node_modules', 'dist', 'coverage']);

/**
 * Reads all source files.
 *
 * @returns {{ path: string, text: string, isTest: boolean, isGenerated: boolean, tree: ts.SourceFile,
 *   imports: { specifier: string, target?: string, typeOnly: boolean, line: number }[] }[]}
 *   paths are relative to the folder, with forward slashes; `target` is the file that a relative import means
 */
export function readSources(folder) {
  return packages.flatMap((name) => listSources(folder, name)).map((path) => readSource(folder, path));
}

function listSources(folder, path) {
  if (!existsSync(join(folder, path))) return [];
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listSources(folder, below);
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [below] : [];
  });
}

function readSource(folder, path) {
  const text = readFileSync(join(folder, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return {
    path,
    text,
    tree,
    // Journeys are tests throughout: what stands beside a journey serves it alone.
    isTest:
      /\.test\.\w+$/.test(path) ||
      /(^|\/)testing(\.\w+$|-[\w-]+\.\w+$|\/)/.test(path) ||
      path.startsWith('server/journeys/'),
    isGenerated: path === 'sdk/schema.ts' || path === 'sdk/operations.ts' || path.includes('.generated.'),
    imports: [...readImports(tree, path)],
  };
}

function* readImports(tree, path) {
  const found = (node, specifier, typeOnly) => ({
    specifier,
    typeOnly,
    target: specifier.startsWith('.') ? posix.join(dirname(path), specifier) : undefined,
    line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
  });
  const visit = function* (node) {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      yield found(node, node.moduleSpecifier.text, isTypeOnly(node));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      yield found(node, node.argument.literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      // An import at run time is a value import, but it can't make a cycle while modules load.
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) yield { ...found(node, argument.text, false), lazy: true };
    }
    for (const child of node.getChildren(tree)) yield* visit(child);
  };
  yield* visit(tree);
}

function isTypeOnly(node) {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || allTypes(node.exportClause);
  const clause = node.importClause;
  if (!clause) return false;
  return clause.isTypeOnly || (!clause.name && allTypes(clause.namedBindings));
}

const allTypes = (names) => Boolean(names?.elements?.length) && names.elements.every((each) => each.isTypeOnly);

/** The rooms' folder names in the order of `server/modules.ts`. */
export function readRooms(sources) {
  const modules = sources.find(({ path }) => path === 'server/modules.ts');
  if (!modules) return [];
  const folders = new Map();
  let order = [];
  for (const statement of modules.tree.statements) {
    const folder = statement.moduleSpecifier?.text?.match(/^\.\/([\w-]+)\/module\.ts$/)?.[1];
    if (folder && statement.importClause?.name) folders.set(statement.importClause.name.text, folder);
    if (ts.isVariableStatement(statement)) {
      const declaration = statement.declarationList.declarations.find(({ name }) => name.getText() === 'modules');
      if (declaration) order = identifiersOfList(declaration.initializer);
    }
  }
  return order.map((name) => folders.get(name)).filter(Boolean);
}

function identifiersOfList(node) {
  if (!node) return [];
  if (ts.isArrayLiteralExpression(node)) return node.elements.filter(ts.isIdentifier).map(({ text }) => text);
  return node.expression ? identifiersOfList(node.expression) : [];
}
