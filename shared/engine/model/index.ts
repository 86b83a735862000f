export { buildCanonical, CANONICAL_NAMES, type Canonical, type CanonicalName } from './build/build.ts';
export type { DatasetInput } from './build/context.ts';
export { entityInfo } from './define.ts';
export { isKnownHeader, matchTemplate, templateById } from './dictionary.ts';
export { ENTITIES } from './entities/registry.ts';
export { proposeMappings } from './propose.ts';
