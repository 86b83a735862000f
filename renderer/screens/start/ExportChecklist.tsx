import { useState } from 'react';
import { type PlainKey, useWords } from '../../i18n/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { EXPORTS, type PlatformId } from './exports.ts';

/** Which exports a shop's back office offers, where they are, and what they light up. */
export function ExportChecklist() {
  const { t, text } = useWords();
  const [platform, setPlatform] = useState<PlatformId>('tmall');
  return (
    <section className="card" aria-label={t('start.exports')}>
      <div className="ch">
        <h3>{t('start.exports')}</h3>
        <span className="sp" />
        <Segmented<PlatformId>
          label={t('start.platform')}
          small
          value={platform}
          onChange={setPlatform}
          options={(Object.keys(EXPORTS) as PlatformId[]).map((id) => ({ value: id, label: t(`platform.${id}` as PlainKey) }))}
        />
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th>{t('start.export')}</th>
            <th>{t('start.where')}</th>
            <th>{t('start.lights')}</th>
          </tr>
        </thead>
        <tbody>
          {EXPORTS[platform].map((one) => (
            <tr key={one.title.en}>
              <td>
                {text(one.title)} {one.first ? <span className="tag">{t('start.first')}</span> : null}
              </td>
              <td className="t2" lang={one.where.startsWith('Shop') ? 'en' : 'zh-CN'}>
                {one.where}
              </td>
              <td className="t2">{text(one.lights)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
