import { formatNumber } from '../../format/numbers.ts';
import { plural } from '../plural.ts';

/** Rows kept by hand, versions of a recipe, and what changed in a table. */
export const versions = {
  'kept.entities': (p: { n: number; entity: string }) => `${formatNumber(p.n)} ${p.entity.toLowerCase()} appear more than once.`,
  'kept.values': (p: { n: number; column: string }) => `${plural(p.n, 'value', 'values')} of ${p.column} ${p.n === 1 ? 'appears' : 'appear'} more than once.`,
  'kept.combinations': (p: { n: number; columns: string }) => `${plural(p.n, 'combination', 'combinations')} of ${p.columns} ${p.n === 1 ? 'appears' : 'appear'} more than once.`,
  'kept.struck': (p: { first: string }) => `${p.first} The struck-out rows are removed from this step on.`,
  'kept.removed': (p: { n: number }) => `${plural(p.n, 'row is', 'rows are')} removed from this step on.`,
  'kept.computed': ' This step makes new rows out of these, so none of them can be kept.',
  'kept.choose': 'Keep a row',
  'kept.one': 'Keep this row',
  'kept.several': (p: { n: number }) => `Keep ${plural(p.n, 'row', 'rows')}`,
  'kept.done': (p: { n: number }) => `${plural(p.n, 'row', 'rows')} kept by hand`,
  'kept.running': 'Keeping rows',
  'kept.title': (p: { n: number }) => `${plural(p.n, 'row', 'rows')} kept by hand`,
  'kept.place': (p: { file: string; row: number }) => `${p.file}, row ${formatNumber(p.row)}`,
  'kept.absent': 'not in the table any more: a later file or an earlier step replaced it',
  'kept.giveUp': (p: { place: string }) => `No longer keep ${p.place}`,
  'kept.giveUpAll': 'Keep none of them',
  'kept.givenUp': (p: { n: number }) => `${plural(p.n, 'row', 'rows')} no longer kept by hand`,
  'kept.mark': 'kept by hand',
};
