import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, sourceFiles, specifiersOf, zoneOf } from './imports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['shared', 'renderer', 'electron', 'hosts', 'build'];

describe('the dependency rule', () => {
  it('holds in every source file', () => {
    const files = sourceFiles(root, FOLDERS);
    expect(files.length).toBeGreaterThan(150);
    const violations = files.flatMap((file) => specifiersOf(fs.readFileSync(path.join(root, file), 'utf8'), file).flatMap((specifier) => judge(file, specifier) ?? []));
    expect(violations).toEqual([]);
  });

  it.each([
    ['a static import', 'shared/engine/metrics/x.ts', "import { a } from '../model/index.ts';"],
    ['a type import', 'renderer/x.ts', "import type { Engine } from '#engine/engine';"],
    ['a dynamic import', 'shared/engine/clean/x.ts', "const a = await import('../import/read.ts');"],
    ['a require', 'shared/engine/table/x.ts', "const fs = require('node:fs');"],
    ['a relative hop', 'renderer/screens/x.tsx', "import { a } from '../../shared/node/ports.ts';"],
    ['a re-export', 'hosts/cli/x.ts', "export { a } from '../../shared/engine/store/open.ts';"],
    ['a package that belongs elsewhere', 'shared/engine/model/x.ts', "import initSqlJs from 'sql.js';"],
    ['a type written as import()', 'shared/contract/x.ts', "export type A = import('vega').View;"],
    ['an engine file from the renderer, by alias and folder', 'renderer/x.ts', "import '#engine/table/table';"],
  ])('catches %s', (_name, file, source) => {
    const found = specifiersOf(source, file).flatMap((specifier) => judge(file, specifier) ?? []);
    expect(found).toHaveLength(1);
    expect(found[0]?.reason).toMatch(/may not import/);
  });

  it('lets through what the table allows', () => {
    for (const [file, source] of [
      ['shared/engine/metrics/x.ts', "import { a } from '../table/table.ts'; import type { B } from '#contract/values';"],
      ['shared/node/x.ts', "import fs from 'node:fs'; import { createEngine } from '#engine/engine';"],
      ['hosts/cli/commands/x.ts', "import { a } from '../command.ts'; import { b } from '../../web/server.ts';"],
    ] as const) {
      expect(specifiersOf(source, file).flatMap((specifier) => judge(file, specifier) ?? [])).toEqual([]);
    }
  });

  it('knows a zone for every source file', () => {
    expect(sourceFiles(root, FOLDERS).filter((file) => zoneOf(file) === undefined)).toEqual([]);
  });
});

describe('house rules', () => {
  it('runs every test file: each belongs to a runner', () => {
    const walk = (folder: string): string[] =>
      fs.existsSync(path.join(root, folder))
        ? fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
        : [];
    const tests = [...FOLDERS, 'tests'].flatMap(walk).filter((file) => /\.(test|spec)\.tsx?$/.test(file));
    const known = /^(shared|hosts|electron|renderer|build)\/.*\.test\.tsx?$|^tests\/(architecture|double|fuzz|package|real|parity|kill|long)\/.*\.test\.ts$|^tests\/e2e\/.*\.spec\.ts$/;
    expect(tests.filter((file) => !known.test(file))).toEqual([]);
  });

  it('keeps secrets of the trade out of the page: no code generation, no raw HTML', () => {
    const offenders = sourceFiles(root, ['renderer']).filter((file) => /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/.test(fs.readFileSync(path.join(root, file), 'utf8')));
    expect(offenders).toEqual([]);
  });
});
