export { changeSheet } from './changes.ts';
export { type Combined, combineSources, RowGroups, type SourceCounts, type SourceTable } from './combine.ts';
export { type DriftFound, driftOf, renamedColumns } from './drift.ts';
export { examplesOf } from './infer.ts';
export { inspectTable, type Proposed, propose, typesRecord } from './inspect.ts';
export { datasetId, datasetName, headerSignature } from './naming.ts';
export type { ImportHost, Knowledge, ParsedFile, ParsedTable, TemplateSettings } from './parsed.ts';
export { missingDays, qualityOf } from './quality.ts';
export { importerFor, readTables } from './read.ts';
