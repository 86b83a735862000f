import { RE2JS, RE2JSException } from 're2js';
import { SuanpanError } from '#contract/errors';

/** A pattern that a person wrote. It runs in time linear in the text, whatever it is: none can hang the engine. */
export interface Pattern {
  /** How many groups it has. */
  readonly groups: number;
  /** The next match at or behind a place, or `null`. */
  next(text: string, from: number): { readonly start: number; readonly end: number } | null;
  /** The groups of the first match, or the match itself where there are none; `null` without a match. */
  first(text: string): (string | null)[] | null;
  /** Replaces every match; `$1` stands for the first group. */
  replace(text: string, replacement: string): string;
}

/**
 * Compiles a pattern in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax): what is usual but look-around and back-references.
 *
 * @throws SuanpanError `invalid-params` with what is wrong in the pattern
 */
export function compilePattern(source: string): Pattern {
  const compiled = compile(source);
  const groups = compiled.groupCount();
  return {
    groups,
    next(text, from) {
      const matcher = compiled.matcher(text);
      return from <= text.length && matcher.find(from) ? { start: matcher.start(), end: matcher.end() } : null;
    },
    first(text) {
      const matcher = compiled.matcher(text);
      if (!matcher.find()) return null;
      return groups === 0 ? [matcher.group()] : Array.from({ length: groups }, (_, i) => matcher.group(i + 1));
    },
    replace: (text, replacement) => compiled.matcher(text).replaceAll(replacement),
  };
}

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (thrown) {
    const why = thrown instanceof RE2JSException ? thrown.message : String(thrown);
    throw new SuanpanError({ code: 'invalid-params', message: { en: `the pattern cannot be read: ${why}`, zh: `无法识别该模式：${why}` } });
  }
}
