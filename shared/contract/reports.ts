import type { Text } from './values.ts';

/** Where an exported file goes: a path, or a download that the web host serves once. */
export type ExportTarget = { readonly kind: 'path'; readonly path: string } | { readonly kind: 'download'; readonly name: string };

export interface ExportReply {
  /** The path, or the name under which `HostBridge.reveal` fetches the download. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

export interface ReportInfo {
  readonly id: string;
  readonly title: Text;
  readonly help: Text;
  readonly period: 'month';
  readonly needs: readonly Text[];
}

export interface ReportRequest {
  readonly report: string;
  readonly from?: string;
  readonly to?: string;
  readonly lang: 'en' | 'zh';
}

/** One check before printing. */
export interface PrintCheck {
  readonly id: string;
  readonly ok: boolean;
  readonly title: Text;
  readonly value: string;
}

export interface ReportReply {
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string };
  /** A whole HTML document: fonts and charts inside, no script, no link to anywhere. */
  readonly html: string;
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
  readonly warnings: readonly Text[];
  readonly checks: readonly PrintCheck[];
}

export interface ReportExportReply extends ExportReply {
  readonly pages: number | null;
  readonly blocks: number;
  readonly warnings: readonly Text[];
}
