import { expect, test } from 'vitest';
import { withoutNamedCharacters } from './named-characters.ts';

test.each([
  ['2025-06-01 &mdash; 2025-06-30', '2025-06-01 — 2025-06-30'],
  ['&yen;1.50 &euro;2 &pound;3', '¥1.50 €2 £3'],
  ['Stra&szlig;e &Auml;rger &auml;&ouml;&uuml;', 'Straße Ärger äöü'],
  ['3 &times; 4 &frac12; H&sup2; &sup2', '3 × 4 ½ H² &sup2'],
  ['&ldquo;a&rdquo; &hellip; &le; &ge; &larr; &Omega;', '“a” … ≤ ≥ ← Ω'],
  ['a&nbsp;b &lt;c&gt; &amp; &quot;', 'a&nbsp;b &lt;c&gt; &amp; &quot;'],
  ['R&D; &nothing; & ; &amp;yen;', 'R&D; &nothing; & ; &amp;yen;'],
])('%s', (html, text) => {
  expect(withoutNamedCharacters(html)).toBe(text);
});
