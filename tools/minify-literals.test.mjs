import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { minifyTemplates } from './minify-literals.mjs';

const minify = (code) => minifyTemplates(code, parseAst(code));

test('indentation leaves html templates, single spaces stay', () => {
  const code = 'const a = html`<p>\n    one <b>two</b>\n  </p>`;\n';
  assert.equal(minify(code), 'const a = html`<p> one <b>two</b> </p>`\n\n;\n');
});

test('templates inside of templates are minified too', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: code as text
  const code = 'html`<ul>\n  ${items.map((i) => html`<li>\n    ${i}\n  </li>`)}\n</ul>`';
  assert.equal(minify(code).replaceAll('\n', ''), 'html`<ul> ${items.map((i) => html`<li> ${i} </li>`)} </ul>`');
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: code as text
});

test('styles are minified as CSS', () => {
  const code = 'css`\n  /* why */\n  .a {\n    color: #ff0000;\n  }\n`';
  assert.equal(minify(code).trim(), 'css`.a{color:red}`');
});

test('other templates are left alone', () => {
  const code = 'sql`select\n  1`';
  assert.equal(minify(code), code);
});

test('line numbers behind a template stay right', () => {
  const code = 'html`<p>\n\n\n</p>`;\nthrow new Error("line 5");';
  assert.equal(minify(code).split('\n').indexOf('throw new Error("line 5");'), 4);
});
