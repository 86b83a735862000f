import type { HeaderDrift } from '#contract/import';
import type { Finding, Text } from '#contract/values';

/** What is to be said of columns that a file has and its table not, or the other way round. */
export function driftFindings(drift: HeaderDrift | null): Finding[] {
  if (drift === null) return [];
  const { renamed, lost, added } = drift;
  const pairs = renamed.map(({ from, to }) => `${from} = ${to}`);
  return [
    ...(pairs.length === 0 ? [] : [columns('columns-renamed', 'info', { en: `columns renamed: ${pairs.join(', ')}`, zh: `改名的列：${pairs.join('、')}` })]),
    ...(lost.length === 0 ? [] : [columns('columns-lost', 'warning', { en: `columns lost: ${lost.join(', ')}`, zh: `缺少的列：${lost.join('、')}` })]),
    ...(added.length === 0 ? [] : [columns('columns-added', 'info', { en: `new columns: ${added.join(', ')}`, zh: `新增的列：${added.join('、')}` })]),
  ];
}

const columns = (code: string, severity: Finding['severity'], message: Text): Finding => ({ code, severity, where: {}, message });
