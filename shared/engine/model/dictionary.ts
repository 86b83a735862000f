import type { TemplateMatch } from '#contract/import';
import { normaliseHeader } from './define.ts';
import { isSameInReports } from './report-names.ts';
import { ENTITIES } from './entities/registry.ts';
import type { Template } from './templates/define.ts';
import { TEMPLATES } from './templates/registry.ts';

const KNOWN_HEADERS: ReadonlySet<string> = new Set([
  ...ENTITIES.flatMap((entity) => entity.fields.flatMap((field) => field.headers)).map(normaliseHeader),
  ...TEMPLATES.flatMap((template) => [...template.requires, ...template.also]).map(normaliseHeader),
]);

/** Whether any platform or person calls a column this. */
export function isKnownHeader(text: string): boolean {
  const header = normaliseHeader(text);
  return header !== '' && KNOWN_HEADERS.has(header);
}

const FIELDS_OF_HEADER = new Map<string, Set<string>>();
for (const entity of ENTITIES) {
  for (const field of entity.fields) {
    for (const header of field.headers.map(normaliseHeader)) FIELDS_OF_HEADER.set(header, (FIELDS_OF_HEADER.get(header) ?? new Set()).add(`${entity.id}.${field.id}`));
  }
}

/** Whether platforms call the same field by these two names. */
export function sharesField(a: string, b: string): boolean {
  const of = FIELDS_OF_HEADER.get(normaliseHeader(b));
  return isSameInReports(a, b) || (of !== undefined && [...(FIELDS_OF_HEADER.get(normaliseHeader(a)) ?? [])].some((field) => of.has(field)));
}

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}

/** How sure a layout is that nobody has confirmed: too little to go without a question. */
export const UNCONFIRMED = 0.7;

/**
 * The known export whose headers these are: every required one is there. Of several a confirmed one wins, then the one that asks for most.
 */
export function matchTemplate(headers: readonly string[]): TemplateMatch | null {
  const present = new Set(headers.map(normaliseHeader));
  const has = (header: string) => present.has(normaliseHeader(header));
  const knownOf = ({ requires, also }: Template) => [...requires, ...also].filter(has).length;
  const [template] = TEMPLATES.filter(({ requires, without }) => requires.every(has) && without?.some(has) !== true).sort(
    (a, b) => Number(a.unconfirmed ?? false) - Number(b.unconfirmed ?? false) || b.requires.length - a.requires.length || knownOf(b) - knownOf(a),
  );
  if (template === undefined) return null;
  const knownColumns = knownOf(template);
  const { id, platform, report, unconfirmed } = template;
  return { id, platform, report, knownColumns, confidence: unconfirmed ? UNCONFIRMED : Math.min(1, 0.85 + (0.15 * knownColumns) / headers.length), ...(unconfirmed && { unconfirmed }) };
}
