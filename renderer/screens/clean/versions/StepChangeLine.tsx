import type { ParamChange, StepChange } from '#contract/versions';
import { useWords } from '../../../i18n/index.ts';

/** One step that is not what it was: added, removed, moved, turned on or off, or with other parameters. */
export function StepChangeLine({ change }: { readonly change: StepChange }) {
  const { t, text } = useWords();
  const { before, after } = change;
  const kind = before === null ? 'added' : after === null ? 'removed' : change.params.length > 0 || change.kept.more + change.kept.fewer > 0 ? 'changed' : change.moved ? 'moved' : change.turned;
  const notes = [
    ...(change.moved && before !== null && after !== null ? [t('versions.movedFrom', { from: before, to: after })] : []),
    ...(change.turned !== null && kind !== change.turned ? [t(`versions.${change.turned}`)] : []),
    ...(change.kept.more > 0 ? [t('versions.keptMore', { n: change.kept.more })] : []),
    ...(change.kept.fewer > 0 ? [t('versions.keptFewer', { n: change.kept.fewer })] : []),
  ];
  return (
    <li className={`step-change is-${kind}`} data-kind={kind}>
      <div className="row g8">
        <span className="t3 f12 num nw">{t('versions.place', { n: after ?? before ?? 0 })}</span>
        <span className="m el">{text(change.title)}</span>
        <span className="sp" />
        <span className={kind === 'added' ? 'tag g' : kind === 'removed' ? 'tag e' : 'tag'}>{t(`versions.${kind ?? 'changed'}`)}</span>
      </div>
      {before === null || after === null ? <p className="t2 f12 brk">{text(change.detail)}</p> : null}
      {change.params.map((param) => (
        <ParamLine key={param.label.en} param={param} />
      ))}
      {notes.length === 0 ? null : <p className="t2 f12">{notes.join(t('list.comma'))}</p>}
    </li>
  );
}

function ParamLine({ param: { label, before, after } }: { readonly param: ParamChange }) {
  const { text } = useWords();
  return (
    <p className="f12 brk">
      <span className="t3">{text(label)}</span> {before === null ? null : <del>{text(before)}</del>}
      {before !== null && after !== null ? <span className="t3"> → </span> : null}
      {after === null ? null : <ins>{text(after)}</ins>}
    </p>
  );
}
