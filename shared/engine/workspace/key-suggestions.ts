import type { JoinSuggestion } from '#contract/recipe';
import type { Table, TextColumn } from '../table/table.ts';

/** Pairs of columns whose values meet, best first: found from values, with names only to break ties. */
export function suggestKeys(left: Table, right: Table): JoinSuggestion[] {
  const suggestions: (JoinSuggestion & { score: number })[] = [];
  for (const a of left.columns) {
    for (const b of right.columns) {
      if (a.kind !== 'text' || b.kind !== 'text' || a.type === 'instant' || b.type === 'instant') continue;
      const rate = overlap(a, b);
      if (rate < 0.3) continue;
      const sameName = a.name.toLowerCase() === b.name.toLowerCase();
      const unique = b.dictionary.size - 1 >= b.codes.length * 0.95;
      suggestions.push({
        left: a.name,
        right: b.name,
        matchRate: rate,
        reason: {
          en: `${Math.round(rate * 100)}% of the values are on the other side${sameName ? '; same name' : ''}${unique ? '; unique there' : ''}`,
          zh: `${Math.round(rate * 100)}% 的取值在对方表中存在${sameName ? '，列名相同' : ''}${unique ? '，且在对方表中唯一' : ''}`,
        },
        score: rate + (sameName ? 0.5 : 0) + (unique ? 0.3 : 0) + (a.type === 'id' ? 0.2 : 0) - (a.type === 'enum' ? 0.4 : 0),
      });
    }
  }
  return suggestions
    .sort((x, y) => y.score - x.score)
    .slice(0, 5)
    .map(({ left: l, right: r, matchRate, reason }) => ({ left: l, right: r, matchRate, reason }));
}

/** Share of the different texts of one column that the other has too, 0 to 1; of many texts some are asked. */
export function overlap(a: TextColumn, b: TextColumn): number {
  const looked = Math.min(a.dictionary.size - 1, 2000);
  if (looked === 0) return 0;
  const step = Math.max(1, Math.floor((a.dictionary.size - 1) / looked));
  let met = 0;
  let asked = 0;
  for (let code = 1; code < a.dictionary.size; code += step) {
    asked++;
    if (b.dictionary.find(a.dictionary.text(code) as string) !== 0) met++;
  }
  return met / asked;
}
