import { SuanpanError } from '#contract/errors';
import type { Text } from '#contract/values';
import { type IsolationLimits, LimitError } from '../../ports.ts';
import { claimIn } from './claims.ts';

const AGAIN: Text = { en: 'Write it again, or export it as CSV', zh: '请重新导出，或导出为 CSV' };

/** A binary table file that its reader could not make sense of, or not within its limits. */
export function damagedTable(file: string, kind: Text, thrown: unknown, limits?: IsolationLimits): SuanpanError {
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof LimitError && limits !== undefined) return beyondLimits(file, thrown, limits);
  const claim = claimIn(details);
  if (claim !== null)
    return new SuanpanError({ code: 'file-damaged', where: { file }, message: { en: `${file} is damaged: it ${claim.en}`, zh: `${file} 已损坏：${claim.zh}` }, hint: AGAIN, details });
  return new SuanpanError({
    code: 'file-damaged',
    where: { file },
    message: { en: `${file} is no complete ${kind.en} file, or uses a feature that is not supported`, zh: `${file} 不是完整的${kind.zh}文件，或使用了不支持的功能` },
    hint: AGAIN,
    details,
  });
}

/** Time or memory far beyond what a whole file of this size takes. */
function beyondLimits(file: string, { over, at, message }: LimitError, limits: IsolationLimits): SuanpanError {
  const spent = spentOf(over, limits);
  const what: Text = at === null ? { en: file, zh: ` ${file} ` } : { en: `the view ${at} of ${file}`, zh: ` ${file} 的视图“${at}”` };
  return new SuanpanError({
    code: 'file-damaged',
    where: { file },
    message: {
      en: `Reading ${what.en} was stopped: it took more than ${spent.en}, far more than a whole file of its size takes`,
      zh: `已停止读取${what.zh}：占用超过${spent.zh}，远超同等大小的完整文件`,
    },
    hint:
      at === null
        ? { en: 'The file is damaged, or made to do harm: write it again, or export it as CSV', zh: '文件可能已损坏或带有恶意内容：请重新导出，或导出为 CSV' }
        : { en: 'Take the view out of the database, or export the tables as CSV', zh: '请从数据库中删除该视图，或将表导出为 CSV' },
    details: message,
  });
}

function spentOf(over: LimitError['over'], { milliseconds, megabytes }: IsolationLimits): Text {
  const seconds = Math.round(milliseconds / 1000);
  if (over === 'time') return { en: `${seconds} seconds`, zh: ` ${seconds} 秒` };
  return { en: `${megabytes} MB of memory`, zh: ` ${megabytes} MB 内存` };
}
