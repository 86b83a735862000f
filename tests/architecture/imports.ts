import fs from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { ZONES, type Zone } from '../../build/layers.ts';

export interface Violation {
  readonly file: string;
  readonly specifier: string;
  readonly reason: string;
}

/** Every module a source file names: static imports and re-exports, `import()`, `require()`, and type imports. */
export function specifiersOf(source: string, file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const record = node as Record<string, unknown>;
    const literal = (value: unknown) => {
      const text = (value as { type?: string; value?: unknown } | null)?.value;
      if (typeof text === 'string') found.push(text);
    };
    if (['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].includes(String(record.type))) literal(record.source ?? record.argument);
    if (record.type === 'TSExternalModuleReference') literal(record.expression);
    if (record.type === 'CallExpression' && (record.callee as { name?: string } | null)?.name === 'require') literal((record.arguments as unknown[])[0]);
    for (const value of Object.values(record)) visit(value);
  };
  visit(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file));
  return found;
}

/** The zone of a path relative to the root: the longest folder that matches. */
export function zoneOf(relative: string): Zone | undefined {
  return [...ZONES].sort((a, b) => b.folder.length - a.folder.length).find(({ folder }) => relative === folder || relative.startsWith(`${folder}/`));
}

const ALIASES: Readonly<Record<string, string>> = { '#contract/': 'shared/contract/', '#engine/': 'shared/engine/', '#node/': 'shared/node/' };

/** Why a file may not import what it names; `null` when it may. */
export function judge(file: string, specifier: string): Violation | null {
  const zone = zoneOf(file);
  if (zone === undefined) return { file, specifier, reason: 'the file is in no zone' };
  const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
  const target = specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)) : alias === undefined ? null : ALIASES[alias] + specifier.slice(alias.length);
  if (target === null) {
    const allowed = zone.packages.some((name) => name === '*' || specifier === name || specifier.startsWith(name.endsWith(':') || name.endsWith('/') ? name : `${name}/`));
    return allowed ? null : { file, specifier, reason: `${zone.folder} may not import the package ${specifier}; it may: ${zone.packages.join(', ') || 'none'}` };
  }
  const wanted = target.replace(/^shared\/engine\/(ports|engine)$/, 'shared/engine/$1.ts');
  const other = zoneOf(wanted) ?? zoneOf(`${wanted}.ts`);
  if (wanted === 'package.json' && zone.zones.includes('package.json')) return null;
  if (other !== undefined && (other.folder === zone.folder || zone.zones.includes('*') || zone.zones.includes(other.folder))) return null;
  // The parts of a zone are one zone from outside: electron/main may use electron/.
  if (other !== undefined && zone.folder.startsWith(`${other.folder}/`)) return null;
  return { file, specifier, reason: `${zone.folder} may not import ${other?.folder ?? target}; it may: ${zone.zones.join(', ') || 'nothing'}` };
}

/** Source files below the given folders; tests beside the code may import anything. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  const walk = (folder: string): string[] =>
    fs.existsSync(path.join(root, folder))
      ? fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
      : [];
  return folders.flatMap(walk).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file) && !/shared\/node\/testing\.ts$|\/testing\//.test(file));
}
