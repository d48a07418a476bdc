import { serverFolders } from './file-rules.mjs';

const vendorPackages =
  /^(stripe|resend|twilio|googleapis|@anthropic-ai\/sdk|@sentry\/[\w-]+|@googleapis\/[\w-]+)(\/|$)/;

/** The rules about what one file imports. */
export function* importProblems(source, rooms) {
  for (const found of source.imports) {
    const message = vendorProblem(source, found) ?? packageProblem(source, found) ?? floorProblem(source, found, rooms);
    if (message) yield { file: source.path, line: found.line, message };
  }
}

function vendorProblem({ path }, { specifier }) {
  if (!vendorPackages.test(specifier) || path.startsWith('server/vendors/')) return undefined;
  return `imports ${specifier}; only server/vendors/ knows vendors: add what you need to the room's ports.ts and to the vendor's file`;
}

const packageOf = (path) => path.split('/')[0];
const packageFolders = { '@alloza/sdk': 'sdk', '@alloza/widgets': 'widgets', '@alloza/server': 'server' };

/** sdk -> nothing, widgets -> sdk, examples -> package names, server -> the types of sdk. */
function packageProblem({ path, isTest }, { specifier, target, typeOnly }) {
  const from = packageOf(path);
  const named = specifier.match(/^@alloza\/[\w-]+/)?.[0];
  const to = named ? packageFolders[named] : target && packageOf(target);
  const floorZero = from === 'server' && (target === 'sdk/schema.ts' || target === 'sdk/operations.ts');
  if (target && to !== from && !floorZero) {
    if (from === 'tools' || (isTest && to === 'tools')) return undefined;
    const name = Object.keys(packageFolders).find((each) => packageFolders[each] === to);
    return `reaches into ${to}/ by path; ${name ? `import from '${name}', by its name` : 'nothing outside it is public'}`;
  }
  if (from === 'examples' && target && target.split('/')[1] !== path.split('/')[1]) {
    return 'reaches out of its own example; an example runs alone, so copy what it needs or import a package by name';
  }
  if (from === 'sdk' && !isTest && !target) {
    return `imports ${specifier}; the SDK depends on nothing and runs anywhere: use what every runtime has`;
  }
  if ((from === 'sdk' || from === 'widgets') && to === 'server' && !isTest) {
    return `${from} may not import server; what it needs belongs in openapi.yaml, or in the SDK`;
  }
  if (from === 'server' && to === 'widgets' && !isTest) return 'server may not import widgets; serve their built files';
  if (from === 'server' && to === 'sdk' && !isTest && !typeOnly) {
    const isRouteTable = specifier === '@alloza/sdk/operations' || target === 'sdk/operations.ts';
    if (isRouteTable && path.startsWith('server/platform/')) return undefined;
    return `server takes only types from the SDK: write "import type", or call the room's own service`;
  }
  return undefined;
}

function floorProblem({ path, isTest }, { target, typeOnly }, rooms) {
  if (!path.startsWith('server/') || !target?.startsWith('server/') || isTest) return undefined;
  const from = placeOf(path, rooms);
  const to = placeOf(target, rooms);
  if (from.kind === 'top' || (from.folder === to.folder && !(from.standsAlone && from.name !== to.name)))
    return undefined;
  if (to.kind === 'top') {
    return `${from.folder} may not import ${to.name}; the top floor puts everything together: let it pass in what you need`;
  }
  if (to.isTest) return `${to.name} is for tests; what the product needs too belongs in a file of its own`;
  if (to.folder === 'platform') return undefined;
  return { platform: platformProblem, room: roomProblem, vendor: vendorFloorProblem, roof: roofProblem }[from.kind]?.(
    from,
    to,
    typeOnly,
  );
}

function placeOf(path, rooms) {
  const [, first, second] = path.split('/');
  if (!second) return { kind: 'top', folder: '', name: first };
  const isTest = /^testing([.-]|$)/.test(second);
  const place = { folder: first, name: second, order: rooms.indexOf(first), isTest };
  if (first === 'platform') return { ...place, kind: 'platform' };
  if (first === 'vendors') return { ...place, kind: 'vendor', standsAlone: true };
  return { ...place, kind: serverFolders.includes(first) ? 'roof' : 'room' };
}

function platformProblem(_from, to) {
  return `platform may not import ${to.folder}; the ground floor knows no business: let the module pass it in through defineModule`;
}

function roomProblem(from, to, typeOnly) {
  if (to.kind !== 'room') {
    return `${from.folder} may not import ${to.folder}/${to.name}; declare what it needs in ports.ts, and the top floor plugs it in`;
  }
  if (to.order > from.order)
    return `${from.folder} may not import ${to.folder}: ${to.folder} comes later; emit an event`;
  return roomDoorProblem(from, to, typeOnly);
}

/** Of another room only its verbs and entities are public, and the types of its ports. */
function roomDoorProblem(from, to, typeOnly) {
  if (to.kind !== 'room' || ['service.ts', 'entities.ts'].includes(to.name)) return undefined;
  if (to.name === 'ports.ts' && typeOnly) return undefined;
  if (to.name === 'ports.ts')
    return `${from.folder} may import only types from ${to.folder}/ports.ts: write "import type"`;
  return `${from.folder} may not import ${to.folder}/${to.name}; a room's doors are service.ts and entities.ts: put the verb there`;
}

function vendorFloorProblem(from, to, typeOnly) {
  if (to.kind === 'room' && to.name === 'ports.ts' && typeOnly) return undefined;
  if (to.folder === from.folder)
    return `vendors/${from.name} may not import its neighbour ${to.name}; each vendor stands alone`;
  return `vendors/${from.name} may import only the types of a room's ports.ts, not ${to.folder}/${to.name}`;
}

function roofProblem(from, to, typeOnly) {
  return roomDoorProblem(from, to, typeOnly);
}
