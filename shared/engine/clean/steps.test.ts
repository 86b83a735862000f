import { describe, expect, it } from 'vitest';
import { rowsOf, type Table, tableOf } from '../table/table.ts';
import { recipeNeeds, replayRecipe } from './apply.ts';
import { checkParams } from './params.ts';
import { STEPS } from './steps/registry.ts';
import { compileExpression } from './expression/evaluate.ts';

/** What examples find under the names of other tables. */
const OTHERS: Readonly<Record<string, Table>> = {
  other: tableOf(
    [
      ['k', 'id'],
      ['n', 'text'],
      ['v', 'money'],
    ],
    [
      ['a', 'x', 10],
      ['b', null, 20],
    ],
  ),
  rates: tableOf(
    [
      ['day', 'date'],
      ['code', 'text'],
      ['rate', 'number'],
    ],
    [
      ['2025-06-03', 'USD', 7.2],
      ['2025-06-02', 'USD', 7.1234],
    ],
  ),
};
const context = { typing: { decimal: '.', dateOrder: 'ymd', offsetOf: () => 480 } as const, pseudonym: (text: string) => `p${text.length}`, table: (id: string) => OTHERS[id] };

describe('every step', () => {
  for (const step of STEPS) {
    it(`${step.id}: examples come out exactly, twice, and leave the input alone`, () => {
      for (const example of step.examples) {
        const table = tableOf(example.columns, example.rows);
        const params = checkParams(step.id, step.params, JSON.parse(JSON.stringify(example.params)));
        for (let run = 0; run < 2; run++) {
          const outcome = step.run(table, params, context);
          expect(outcome.table.columns.map((column) => [column.name, column.type])).toEqual(example.becomes.columns);
          expect(rowsOf(outcome.table)).toEqual(example.becomes.rows);
          expect(outcome.changedCells).toBe(example.changedCells);
        }
        expect(rowsOf(table)).toEqual(example.rows);
      }
    });
  }
});

describe('recipes', () => {
  it('names the position of the step that fails, and keeps the rows before it', () => {
    const table = tableOf([['a', 'int']], [[1], [2]]);
    const step = (params: Record<string, unknown>, id = 'filter-rows') => ({ step: id, version: 1, params });
    const replay = replayRecipe(
      table,
      [step({ condition: 'a > 0' }), step({ condition: 'a > 1' }), step({ condition: 'b > 1' }), step({}, 'from-the-future'), step({ condition: 'a > 5' })],
      context,
      () => 0,
    );
    expect(replay.failedAt).toBe(2);
    expect(replay.results.map((result) => result.state)).toEqual(['ok', 'ok', 'error', 'unknown', 'error']);
    expect(replay.results[2]?.error?.en).toMatch(/^Step 3: unknown column: b/);
    expect(rowsOf(replay.tables[5] ?? table)).toEqual([[2]]);
  });

  it('knows what a recipe requires, creates and removes before a row changes', () => {
    const steps = [
      { step: 'derive', version: 1, params: { column: 'net', expression: '[paid] - [refund]' } },
      { step: 'rename-columns', version: 1, params: { names: [['net', '净额']] } },
      { step: 'remove-columns', version: 1, params: { columns: ['paid', 'gone'] } },
    ];
    expect(recipeNeeds(['paid', 'refund'], steps)).toEqual({ requires: ['paid', 'refund', 'gone'], creates: ['净额'], removes: ['paid'], missing: [{ position: 3, column: 'gone' }] });
  });
});

describe('expressions', () => {
  const table = tableOf(
    [
      ['实付', 'money'],
      ['qty', 'int'],
      ['at', 'instant'],
      ['s', 'text'],
    ],
    [
      [2680000, 3, '2025-06-18 10:22:00', "a'b"],
      [null, 0, null, null],
    ],
  );
  const value = (text: string, row = 0) => compileExpression(text, table).at(row);

  it.each([
    ['[实付] * 2', 5360000],
    ['[实付] / [实付]', 1],
    ['[实付] / qty', 893333],
    ['qty / 0', null],
    ['[实付] > 200 and qty = 3', 1],
    ['-qty + 2 * 3 - (4 - 1)', 0],
    ["if(qty > 10, 'bulk', 'single')", 'single'],
    ["s = 'a''b'", 1],
    ['year(at) * 100 + month(at)', 202506],
    ['weekday(at)', 3],
    ["s & '-' & [实付]", "a'b-268"],
    ['round([实付] / 3, 2)', 893300],
    ['coalesce([实付], 5)', 2680000],
    ["in(s, 'x', \"a'b\")", 1],
    ["matches(s, '^a.b$')", 1],
    ["matches(s, '(')", 'error'],
    ['shape(s)', "a'a"],
    ['constructor', 'error'],
    ['qty +', 'error'],
    ['nope(1)', 'error'],
    ['qty; drop table', 'error'],
    ['s + 1', 'error'],
  ])('%s', (text, expected) => {
    if (expected === 'error') expect(() => value(text)).toThrow();
    else expect(value(text)).toBe(expected);
  });

  it.each([
    // 10:22 in London is 18:22 in Shanghai; 20:00 is the next day there.
    ['hour(at)', 18],
    ["at >= '2025-06-18 18:00:00'", 1],
    ["'paid ' & at", 'paid 2025-06-18 18:22:00'],
    ['date(coalesce(at, at))', '2025-06-18'],
    ['at = at', 1],
    ['left(at, 13)', '2025-06-18 18'],
  ])('%s by the clock of the shop', (text, expected) => {
    expect(compileExpression(text, table, () => 480).at(0)).toBe(expected);
    expect(compileExpression('if(qty > 1, at, at)', table, () => 480).at(0)).toBe('2025-06-18 10:22:00');
  });

  it('gives missing for missing operands', () => {
    expect(value('[实付] * qty', 1)).toBeNull();
    expect(value('coalesce([实付], 5)', 1)).toBe(50_000);
  });

  it('refuses a hostile depth instead of breaking', () => {
    expect(() => value(`${'('.repeat(5000)}1${')'.repeat(5000)}`)).toThrow(/nested too deeply/);
  });
});
