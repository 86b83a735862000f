import type { Place, Text } from './values.ts';

/** Every error that crosses the wire carries one of these codes, and no other. */
export const ERROR_CODES = [
  'cancelled',
  'closed',
  'disk-full',
  'file-damaged',
  'file-empty',
  'file-encrypted',
  'file-missing',
  'file-unreadable',
  'file-unsupported',
  'internal',
  'invalid-document',
  'invalid-expression',
  'invalid-params',
  'invalid-sql',
  'metric-locked',
  'missing-column',
  'no-data',
  'no-workspace',
  'not-found',
  'not-writable',
  'print-unavailable',
  'unknown-method',
  'usage',
  'workspace-damaged',
  'workspace-locked',
  'workspace-newer',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What went wrong, where, and what to do about it: plain data. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  readonly message: Text;
  readonly where?: Place;
  readonly hint?: Text;
  /** Technical words for a bug report; holds no cell text. */
  readonly details?: string;
}

/** The one kind of error the engine throws on purpose. */
export class SuanpanError extends Error {
  readonly info: ErrorInfo;

  constructor(info: ErrorInfo) {
    super(info.message.en);
    this.name = 'SuanpanError';
    this.info = info;
  }
}

/**
 * Turns whatever was thrown into an {@link ErrorInfo}.
 *
 * @param thrown any thrown value; an abort becomes `cancelled`, an unknown error becomes `internal` with its stack in `details`
 */
export function toErrorInfo(thrown: unknown): ErrorInfo {
  if (thrown instanceof SuanpanError) return thrown.info;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return { code: 'cancelled', message: { en: 'Cancelled. Nothing was changed', zh: '已取消，未作任何更改' } };
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return {
    code: 'internal',
    message: { en: `Something went wrong inside Suanpan: ${error.message}`, zh: `算盘内部出错：${error.message}` },
    hint: { en: 'Your data is unchanged. Try again; if it happens again, report it', zh: '数据没有改变。请重试；如再次出现，请反馈' },
    details: error.stack ?? error.message,
  };
}
