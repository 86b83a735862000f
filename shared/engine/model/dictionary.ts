import type { TemplateMatch } from '#contract/import';
import { normaliseHeader } from './define.ts';
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
  return of !== undefined && [...(FIELDS_OF_HEADER.get(normaliseHeader(a)) ?? [])].some((field) => of.has(field));
}

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}

/**
 * The known export whose headers these are: every required one is there. Of several the one that asks for most wins.
 */
export function matchTemplate(headers: readonly string[]): TemplateMatch | null {
  const present = new Set(headers.map(normaliseHeader));
  let best: { template: Template; known: number } | null = null;
  for (const template of TEMPLATES) {
    if (!template.requires.every((header) => present.has(normaliseHeader(header)))) continue;
    const known = [...template.requires, ...template.also].filter((header) => present.has(normaliseHeader(header))).length;
    if (best === null || template.requires.length > best.template.requires.length || (template.requires.length === best.template.requires.length && known > best.known)) best = { template, known };
  }
  if (best === null) return null;
  const { template, known } = best;
  return { id: template.id, platform: template.platform, report: template.report, confidence: Math.min(1, 0.85 + (0.15 * known) / headers.length), knownColumns: known };
}
