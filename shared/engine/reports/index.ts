export type { ReportContext, Sheet } from './define.ts';
export type { EmbeddedFont } from './html.ts';
export { REPORTS, type RenderedReport, renderReport } from './render.ts';
export { neutralised, workbookBytes } from './xlsx.ts';
