import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';

/**
 * A workbook that breaks off or contradicts itself.
 *
 * @param why what exactly is wrong, for the person who made the file
 */
export function damaged(file: string, why: Text, details?: string): SuanpanError {
  return new SuanpanError({
    code: 'file-damaged',
    where: { file },
    message: { en: `${file} is damaged or is no workbook: ${why.en}`, zh: `${file} 已损坏或不是工作簿：${why.zh}` },
    hint: { en: 'Download it again, or open and save it in Excel', zh: '请重新下载，或用 Excel 打开后另存' },
    ...(details !== undefined && { details }),
  });
}

export function encrypted(file: string): SuanpanError {
  return new SuanpanError({
    code: 'file-encrypted',
    where: { file },
    message: { en: `${file} is protected by a password`, zh: `${file} 设有密码保护` },
    hint: { en: 'Open it in Excel, remove the password, save, import again', zh: '请在 Excel 中取消密码后保存，再重新导入' },
  });
}

export function emptyWorkbook(file: string): SuanpanError {
  return new SuanpanError({
    code: 'file-empty',
    where: { file },
    message: { en: `${file} holds no table`, zh: `${file} 中没有表格` },
    hint: { en: 'Check that the right file was exported', zh: '请检查导出的文件是否正确' },
  });
}
