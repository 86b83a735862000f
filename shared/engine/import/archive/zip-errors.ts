import { SuanpanError } from '#contract/errors';

/** How a packing method that we do not unpack is called. */
export function methodName(method: number): string {
  return ({ 9: 'Deflate64', 12: 'bzip2', 14: 'LZMA', 93: 'Zstandard', 95: 'XZ', 98: 'PPMd', 99: 'AES' } as Readonly<Record<number, string>>)[method] ?? `method ${method}`;
}

export function damagedZip(name: string, details: string): SuanpanError {
  return new SuanpanError({
    code: 'file-damaged',
    where: { file: name },
    message: { en: `${name} is a damaged or incomplete zip`, zh: `${name} 压缩包已损坏或不完整` },
    hint: { en: 'Download it again', zh: '请重新下载' },
    details,
  });
}
