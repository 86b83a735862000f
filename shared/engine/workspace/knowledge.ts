import type { TemplateDocument } from '#contract/documents';
import type { TemplateMatch } from '#contract/import';
import { isFileDay, isToldDay, type Knowledge, type TemplateSettings } from '../import/index.ts';
import { isKnownHeader, isPersonalHeader, matchTemplate, normaliseHeader, presentOf, proposeMappings, resolveKey, resolveTypes, sharesField, templateById } from '../model/index.ts';
import type { Workspace } from './workspace.ts';

/** What the shop model knows about headers and exports, for the importers. */
const BUILT_IN: Knowledge = {
  matchTemplate,
  isHeader: isKnownHeader,
  isPersonal: isPersonalHeader,
  sameField: sharesField,
  fills: (table) => [...new Set(proposeMappings([{ id: '', name: '', template: null, table }], { version: 1, entities: [] }, {}).datasets.map(({ mapping }) => mapping.entity))],
  template(id, columns) {
    const template = templateById(id);
    if (template === undefined) return null;
    const splits = template.splitBy === undefined || columns === undefined ? undefined : presentOf(template.splitBy, columns);
    return settingsOf({ ...template, ...(splits !== undefined && { splits }), fills: template.fills.map(({ entity }) => entity) }, columns);
  },
};

/** What the shop model knows, and what the user taught this workspace; that goes first. */
export function knowledgeOf(workspace: Workspace | null): Knowledge {
  const taught = Object.values(workspace?.state.templates ?? {});
  if (taught.length === 0) return BUILT_IN;
  const byId = new Map(taught.map((template) => [template.id, template]));
  return {
    ...BUILT_IN,
    isHeader: (text) => isKnownHeader(text) || taught.some(({ requires }) => requires.includes(text)),
    matchTemplate(headers) {
      const found = taught.find((template) => fits(template, headers));
      return found === undefined
        ? confirmed(matchTemplate(headers), byId)
        : { id: found.id, platform: found.platform, report: templateById(found.id)?.report ?? { en: found.title, zh: found.title }, confidence: 1, knownColumns: found.requires.length };
    },
    template(id, columns) {
      const template = byId.get(id);
      return template === undefined ? BUILT_IN.template(id, columns) : settingsOf({ ...template, ...toldIn(template), fills: [...new Set(template.entities.map(({ entity }) => entity))] }, columns);
    },
  };
}

/** Settings under the names that a file's columns have: templates are known by names that are merely alike. */
function settingsOf({ naturalKey, types, timeZone, fills, platform, variants, snapshot, ofPeriod, countedDays, splits }: TemplateSettings, columns: readonly string[] | undefined): TemplateSettings {
  const key = naturalKey.length === 0 ? [] : [...naturalKey, ...(splits ?? [])];
  const own = columns === undefined ? { naturalKey: key, types } : { naturalKey: resolveKey(key, columns), types: resolveTypes(types, columns) };
  return {
    ...own,
    timeZone,
    fills,
    platform,
    ...(variants !== undefined && { variants }),
    ...(snapshot && { snapshot }),
    ...(ofPeriod && { ofPeriod }),
    ...(countedDays !== undefined && { countedDays: columns === undefined ? countedDays : (resolveKey([countedDays], columns)[0] as string) }),
    ...(splits !== undefined && { splits }),
  };
}

/** What the columns of a taught layout say of the days of its files. */
const toldIn = ({ requires }: TemplateDocument): Pick<TemplateSettings, 'snapshot' | 'ofPeriod'> => ({
  ...(requires.some(isFileDay) && { snapshot: true }),
  ...(requires.some((name) => isToldDay(name) && !isFileDay(name)) && { ofPeriod: true }),
});

function fits({ requires }: TemplateDocument, headers: readonly string[]): boolean {
  const present = new Set(headers.map(normaliseHeader));
  // Days that a file tells of outside of its rows become columns only once its layout is known.
  return requires.every((header) => isToldDay(header) || present.has(normaliseHeader(header)));
}

/** A layout that the user has confirmed is as good as any, also for a file that lacks a column of his. */
function confirmed(match: TemplateMatch | null, taught: ReadonlyMap<string, TemplateDocument>): TemplateMatch | null {
  if (match?.unconfirmed === undefined || !taught.has(match.id)) return match;
  const { unconfirmed: _unconfirmed, ...rest } = match;
  return { ...rest, confidence: 1 };
}
