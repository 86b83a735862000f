import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';

/** A binary table file that its reader could not make sense of. */
export function damagedTable(file: string, kind: Text, thrown: unknown): SuanpanError {
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  return new SuanpanError({
    code: 'file-damaged',
    where: { file },
    message: { en: `${file} is no complete ${kind.en} file, or uses a feature that is not supported`, zh: `${file} 不是完整的${kind.zh}文件，或使用了不支持的功能` },
    hint: { en: 'Write it again, or export it as CSV', zh: '请重新导出，或导出为 CSV' },
    details,
  });
}
