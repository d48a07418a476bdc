import { transformSync } from 'esbuild';

/**
 * Takes the indentation out of `html`, `svg` and `css` templates, which minifiers of JavaScript must leave alone. Put
 * it behind the TypeScript step. Removed line ends move behind their template, so line numbers stay right.
 */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(html|svg|css)`/.test(code)) return null;
      return { code: minifyTemplates(code, this.parse(code)), map: null };
    },
  };
}

/** `code` with its templates made small; `ast` is its ESTree. */
export function minifyTemplates(code, ast) {
  const edits = [];
  walk(ast, (node) => {
    if (node.type !== 'TaggedTemplateExpression' || !/^(html|svg|css)$/.test(node.tag.name)) return;
    const { quasis } = node.quasi;
    let removed = 0;
    for (const { start, end } of quasis) {
      const raw = code.slice(start, end);
      const small = node.tag.name === 'css' ? minifyCss(raw, quasis.length) : raw.replace(/\s*\n\s*/g, ' ');
      removed += lines(raw) - lines(small);
      edits.push({ start, end, text: small });
    }
    edits.push({ start: node.end, end: node.end, text: '\n'.repeat(removed) });
  });
  edits.sort((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
}

/** Styles with expressions in them are not whole rules, so only their white space goes. */
function minifyCss(raw, parts) {
  if (parts > 1) return raw.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  return transformSync(raw, { loader: 'css', minify: true }).code.trim().replaceAll('\\', '\\\\');
}

const lines = (text) => text.split('\n').length - 1;

function walk(node, visit) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (node && typeof node.type === 'string') {
    visit(node);
    for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit);
  }
}
