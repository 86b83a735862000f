import type { EntityInfo, FieldInfo } from '#contract/model';
import type { ColumnType, Text } from '#contract/values';
import { simplified } from '../values/han-fold.ts';

export interface FieldDefinition {
  readonly id: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly title: Text;
  readonly group: Text;
  /** What platforms and people call it. */
  readonly headers: readonly string[];
}

export interface EntityDefinition {
  readonly id: string;
  readonly title: Text;
  readonly fields: readonly FieldDefinition[];
}

export function defineEntity(definition: EntityDefinition): EntityDefinition {
  return Object.freeze(definition);
}

/**
 * A header as it is compared: NFKC, no zero-width marks, quotes or tabs, simplified characters, lower case, one blank between words, the
 * bracketed unit off; 转换率 is what the same platform calls 转化率 elsewhere.
 */
export function normaliseHeader(header: string): string {
  let normalised = NORMALISED.get(header);
  if (normalised === undefined) {
    normalised = normalise(header);
    if (NORMALISED.size < MOST_REMEMBERED) NORMALISED.set(header, normalised);
  }
  return normalised;
}

/** Every column is compared with the same few thousand known headers. */
const NORMALISED = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/** Most cells that are looked at are numbers and codes: those stay as they are. */
const ASCII = /^[\t -~]*$/;

function normalise(header: string): string {
  return (ASCII.test(header) ? header : simplified(header.normalize('NFKC')))
    .replace(/[\u200b-\u200f\ufeff"'\t]/g, '')
    .toLowerCase()
    .replace('转换率', '转化率')
    .replace(/\((元|万元|亿元|千元|百万元|万|亿|%|件|秒|个|人|usd|cny|eur|gbp|jpy|hkd|twd|sgd|cad|aud|nzd|brl|mxn|inr|krw|myr|thb|idr|vnd|php)\)$/u, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

export function entityInfo(definition: EntityDefinition, unlocks: (field: string) => readonly string[]): EntityInfo {
  return {
    id: definition.id,
    title: definition.title,
    fields: definition.fields.map(({ id, title, type, required, group }): FieldInfo => ({ id, title, type, required, group, unlocks: unlocks(id) })),
  };
}
