import { cityOf, placeOf } from '../../values/provinces.ts';
import { requireColumn } from '../cells.ts';
import { asText, both, columnParam, defineStep, textParam } from '../define.ts';
import { addColumns, shownTexts, textsFrom } from '../derived.ts';

export const parseAddress = defineStep({
  id: 'parse-address',
  version: 1,
  title: both('Province and city of an address', '解析省市'),
  help: both(
    'Finds the province and the city in Chinese addresses, under one name for all spellings. What cannot be told stays missing.',
    '从中文地址中识别省份和城市，统一各种写法。无法识别时为缺失。',
  ),
  icon: 'map-pin',
  family: 'text',
  params: [columnParam('column', 'Address', '地址列'), textParam('province', 'Province goes to', '省份存入', { default: '省份' }), textParam('city', 'City goes to', '城市存入', { default: '城市' })],
  columns: (params) => ({ reads: [asText(params, 'column')], adds: [asText(params, 'province'), asText(params, 'city')], removes: [] }),
  describe: (params) => ({ title: both('Find province and city', '解析省市'), detail: both(`In ${asText(params, 'column')}`, `“${asText(params, 'column')}”`) }),
  run(table, params) {
    const source = shownTexts(requireColumn(table, asText(params, 'column')));
    return {
      table: addColumns(
        table,
        textsFrom(source, [asText(params, 'province'), asText(params, 'city')], (text) => [placeOf(text, null), cityOf(text)]),
      ),
      changedCells: 0,
    };
  },
  examples: [
    {
      columns: [['a', 'text']],
      rows: [['浙江杭州市西湖区文三路 1 号'], ['北京 北京市 朝阳区'], [null]],
      params: { column: 'a', province: 'p', city: 'c' },
      becomes: {
        columns: [
          ['a', 'text'],
          ['p', 'text'],
          ['c', 'text'],
        ],
        rows: [
          ['浙江杭州市西湖区文三路 1 号', '浙江省', '杭州市'],
          ['北京 北京市 朝阳区', '北京市', '北京市'],
          [null, null, null],
        ],
      },
      changedCells: 0,
    },
  ],
});
