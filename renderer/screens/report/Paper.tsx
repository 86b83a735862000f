import { type RefObject, useEffect, useState } from 'react';
import { laidAside } from './laidAside.ts';
import { useSize } from '../../ui/useSize.ts';

/** A4 at 96 dots an inch. */
const PAPER_WIDTH = 794;
const SIDE = 57;

/** Gives the framed document the styles it carries, by the object model, which no policy needs to be loosened for. */
function adoptStyles(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument;
  const Sheet = (frame.contentWindow as (Window & { CSSStyleSheet: typeof CSSStyleSheet }) | null)?.CSSStyleSheet;
  if (page === null || Sheet === undefined) return;
  page.adoptedStyleSheets = [...page.querySelectorAll('template')].map((element) => {
    const sheet = new Sheet();
    sheet.replaceSync(element.content.textContent ?? '');
    return sheet;
  });
  for (const element of page.querySelectorAll<HTMLElement | SVGElement>('[data-css]')) element.style.cssText = element.dataset['css'] ?? '';
}

/**
 * A report on its paper, in a frame without scripts.
 *
 * The policy of the window forbids style sheets and style attributes in markup, also in this frame: they are adopted as objects.
 */
export function Paper({ html, title, frame }: { readonly html: string; readonly title: string; readonly frame: RefObject<HTMLIFrameElement | null> }) {
  const [ref, size] = useSize();
  const [url, setUrl] = useState('');
  const [height, setHeight] = useState(1123);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([laidAside(html)], { type: 'text/html' }));
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [html]);
  const scale = Math.min(1.1, Math.max(0.5, (size.width - 48) / PAPER_WIDTH));
  return (
    <div className="paper-room" ref={ref}>
      <div className="paper" style={{ width: PAPER_WIDTH * scale, height: (height + SIDE * 2) * scale }}>
        {url === '' ? null : (
          <iframe
            ref={frame}
            title={title}
            // No scripts run inside; the same origin lets the window measure how long the document is, and modals are the print dialog.
            sandbox="allow-same-origin allow-modals"
            src={url}
            style={{ width: PAPER_WIDTH - SIDE * 2, height, transform: `scale(${scale})`, left: SIDE * scale, top: SIDE * scale }}
            onLoad={() => {
              if (frame.current === null) return;
              adoptStyles(frame.current);
              setHeight(Math.max(900, frame.current.contentDocument?.documentElement.scrollHeight ?? 1123));
            }}
            data-testid="report-frame"
          />
        )}
      </div>
    </div>
  );
}
