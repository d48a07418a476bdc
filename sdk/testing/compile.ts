import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const sdk = fileURLToPath(new URL('..', import.meta.url));

/**
 * What the compiler has to say about some files of this folder, as `name:line message`.
 *
 * @param files Paths relative to the SDK, each with its text, or undefined to read it.
 * @param libs The runtime's types: Node's by default, or those of browsers.
 */
export function mistakesIn(files: Record<string, string | undefined>, runtime: 'node' | 'browser' = 'node'): string[] {
  const configPath = ts.findConfigFile(dirname(sdk), ts.sys.fileExists)!;
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configPath, ts.sys.readFile).config,
    ts.sys,
    dirname(configPath),
  );
  if (runtime === 'browser') {
    options.types = [];
    options.lib = ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'];
  }
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${sdk}${name}`, text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.replace(sdk, '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
