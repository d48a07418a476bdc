import ts from 'typescript';

const maxLines = 400;

/** Folders of `server/` that are not rooms. */
export const serverFolders = ['platform', 'vendors', 'sandbox', 'pages', 'migrations', 'journeys'];

/** Names that hide what is inside, or that differ from what every room calls the same thing. */
const roomNames = {
  index: 'name the file after what it holds',
  helpers: 'name the file after what it does',
  utils: 'name the file after what it does',
  util: 'name the file after what it does',
  types: 'put a type beside the code that makes its values',
  controller: 'routes.ts holds the handlers',
  controllers: 'routes.ts holds the handlers',
  handlers: 'routes.ts holds the handlers',
  route: 'every room says routes.ts',
  entity: 'every room says entities.ts',
  model: 'every room says entities.ts',
  models: 'every room says entities.ts',
  services: 'every room says service.ts',
  repository: 'queries.ts holds what reads, service.ts what writes',
  query: 'every room says queries.ts',
  presenter: 'every room says present.ts',
  error: 'every room says errors.ts',
  emails: 'every room says mail.ts',
  port: 'every room says ports.ts',
};

/** The rules about one file by itself. */
export function* fileProblems({ path, text, tree, isTest, isGenerated }) {
  const name = path.split('/').at(-1);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (!isGenerated && lines > maxLines) {
    yield { file: path, message: `has ${lines} lines; split it by what it does (a file holds at most ${maxLines})` };
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name)) {
    yield { file: path, message: 'is not named in kebab-case (lead-form.ts)' };
  }
  if (!path.startsWith('server/')) return;
  if (/^index\.\w+$/.test(name)) {
    yield { file: path, message: 'is a barrel; import from the file that holds the thing, and remove this one' };
  }
  if (path !== 'server/platform/config.ts' && !isTest && text.includes('process.env')) {
    for (const line of environmentReads(tree)) {
      yield {
        file: path,
        line,
        message: 'reads process.env; add the value to server/platform/config.ts and take it from ctx.config',
      };
    }
  }
}

function* environmentReads(tree) {
  const visit = function* (node) {
    if (ts.isPropertyAccessExpression(node) && node.getText(tree) === 'process.env') {
      yield tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    }
    for (const child of node.getChildren(tree)) yield* visit(child);
  };
  yield* visit(tree);
}

/** The rules about the rooms as folders: known, with a door, and the same file names. */
export function* roomProblems(sources, rooms) {
  const server = sources.filter(({ path }) => path.startsWith('server/'));
  if (server.length > 0 && rooms.length === 0) {
    yield {
      file: 'server/modules.ts',
      message: "must import each room's module.ts and export `modules`, the rooms in order",
    };
  }
  const folders = new Map();
  for (const source of server) {
    const [, folder, name] = source.path.split('/');
    if (!name || serverFolders.includes(folder)) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  for (const [folder, files] of folders) {
    const file = `server/${folder}`;
    if (rooms.length > 0 && !rooms.includes(folder)) {
      yield { file, message: `is not in server/modules.ts; add its module there, at its place in the order` };
    }
    if (!files.some(({ path }) => path === `${file}/module.ts`)) {
      yield { file, message: 'has no module.ts; every room has the same door (defineModule)' };
    }
    for (const { path } of files) {
      const instead =
        roomNames[
          path
            .split('/')
            .at(-1)
            .replace(/\.\w+$/, '')
        ];
      if (instead && !/\/index\.\w+$/.test(path)) yield { file: path, message: `is a name no room uses: ${instead}` };
    }
  }
}
