import { textColumn } from '../../table/table.ts';
import { asPairs, asText, both, counted, defineStep, textParam } from '../define.ts';
import { addColumns } from '../derived.ts';
import { compileExpression } from '../expression/evaluate.ts';
import { columnsRead, parseExpression } from '../expression/parse.ts';

export const tagRows = defineStep({
  id: 'tag-rows',
  version: 1,
  title: both('Tag rows', '标记行'),
  help: both('Gives each row the tag of the first condition that it fulfils, e.g. B2B where the amount is above 9,000.', '为每行标上第一个满足的条件的标签，例如金额超过 9000 标为“企业采购”。'),
  icon: 'tag',
  family: 'rows',
  params: [
    textParam('name', 'New column', '新列'),
    { name: 'rules', kind: 'pairs', label: both('Rules', '规则'), pair: { left: 'text', leftLabel: both('Condition', '条件'), rightLabel: both('Tag', '标签') } },
    textParam('otherwise', 'Otherwise', '其他', { optional: true }),
  ],
  columns: (params) => ({ reads: asPairs(params, 'rules').flatMap(([condition]) => columnsRead(parseExpression(condition))), adds: [asText(params, 'name')], removes: [] }),
  describe: (params) => {
    const rules = asPairs(params, 'rules');
    return { title: both(`Tag rows as ${asText(params, 'name')}`, `标记“${asText(params, 'name')}”`), detail: both(counted(rules.length, 'rule'), `${rules.length} 条规则`) };
  },
  run(table, params, { typing }) {
    const rules = asPairs(params, 'rules').map(([condition, tag]) => ({ condition: compileExpression(condition, table, typing.offsetOf), tag }));
    const otherwise = asText(params, 'otherwise') || null;
    const tags = Array.from({ length: table.rows }, (_, row) => {
      const rule = rules.find(({ condition }) => {
        const value = condition.at(row);
        return value !== null && value !== 0 && value !== '';
      });
      return rule === undefined ? otherwise : rule.tag || null;
    });
    return { table: addColumns(table, [textColumn(asText(params, 'name'), 'enum', tags)]), changedCells: 0 };
  },
  examples: [
    {
      columns: [['n', 'int']],
      rows: [[20], [5], [null]],
      params: {
        name: 't',
        rules: [
          ['n > 10', 'bulk'],
          ['n > 1', 'some'],
        ],
        otherwise: '?',
      },
      becomes: {
        columns: [
          ['n', 'int'],
          ['t', 'enum'],
        ],
        rows: [
          [20, 'bulk'],
          [5, 'some'],
          [null, '?'],
        ],
      },
      changedCells: 0,
    },
  ],
});
