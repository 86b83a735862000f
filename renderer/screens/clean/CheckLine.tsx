import { Check, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckResult } from '#contract/checks';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface CheckLineProps {
  readonly result: CheckResult;
  /** What else can be done with the rule. */
  readonly children?: ReactNode;
  onFailing(): void;
}

/** A rule, whether it holds, and the way to the rows that break it. */
export function CheckLine({ result, children, onFailing }: CheckLineProps) {
  const { t, text } = useWords();
  return (
    <li className="check-line" data-state={result.state}>
      <StateSign result={result} />
      <span className="sp el" title={text(result.detail ?? result.error ?? result.title)}>
        {text(result.title)}
      </span>
      {result.state === 'fails' && result.detail === null ? (
        <Button size="small" kind="link" onPress={onFailing}>
          {t('check.fails', { n: result.failing })}
        </Button>
      ) : (
        <span className={result.state === 'passes' ? 't2 f12' : 'tw f12'}>{t(result.state === 'passes' ? 'check.passes' : result.state === 'fails' ? 'check.failsWhole' : 'check.unknown')}</span>
      )}
      {children}
    </li>
  );
}

function StateSign({ result }: { readonly result: CheckResult }) {
  if (result.state === 'passes') return <Check className="i s tg" aria-hidden="true" />;
  if (result.state === 'unknown') return <CircleHelp className="i s t3" aria-hidden="true" />;
  return <TriangleAlert className={result.rule.severity === 'error' ? 'i s tc' : 'i s tw'} aria-hidden="true" />;
}
