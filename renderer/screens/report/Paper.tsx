import { type RefObject, useEffect, useState } from 'react';
import { useSize } from '../../ui/useSize.ts';
import { lendFonts } from './fonts.ts';
import { layAside } from './layAside.ts';

/** A4 at 96 dots an inch. */
const PAPER_WIDTH = 794;
const PAPER_HEIGHT = 1123;
const SIDE = 57;

type Frame = Window & { readonly CSSStyleSheet: typeof CSSStyleSheet; readonly FontFace: typeof FontFace };

/** Gives the framed document its styles by the object model, which no policy needs to be loosened for. */
function adoptStyles(frame: Frame, styles: readonly string[]): void {
  frame.document.adoptedStyleSheets = styles.map((text) => {
    const sheet = new frame.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const element of frame.document.querySelectorAll<HTMLElement | SVGElement>('[data-css]')) element.style.cssText = element.dataset['css'] ?? '';
}

interface PaperProps {
  readonly html: string;
  readonly title: string;
  readonly frame: RefObject<HTMLIFrameElement | null>;
  /** The whole width of the room, or one page of it in sight. */
  readonly fit: 'width' | 'page';
}

/**
 * A report on its paper, in a frame without scripts.
 *
 * The policy of the window forbids style sheets and style attributes in markup, also in this frame: they are adopted as objects.
 */
export function Paper({ html, title, frame, fit }: PaperProps) {
  const [ref, size] = useSize();
  const [page, setPage] = useState<{ readonly url: string; readonly styles: readonly string[] } | null>(null);
  const [height, setHeight] = useState(PAPER_HEIGHT);
  useEffect(() => {
    const { markup, styles } = layAside(html);
    const url = URL.createObjectURL(new Blob([markup], { type: 'text/html' }));
    setPage({ url, styles });
    return () => URL.revokeObjectURL(url);
  }, [html]);
  const across = (size.width - 48) / PAPER_WIDTH;
  const scale = Math.min(1, Math.max(0.4, fit === 'width' ? across : Math.min(across, (size.height - 36) / PAPER_HEIGHT)));
  const dress = (element: HTMLIFrameElement) => {
    const inner = element.contentWindow as Frame | null;
    if (inner === null || page === null) return;
    lendFonts(inner);
    adoptStyles(inner, page.styles);
    const measure = () => setHeight(Math.max(900, element.contentDocument?.documentElement.scrollHeight ?? PAPER_HEIGHT));
    measure();
    void inner.document.fonts.ready.then(measure);
  };
  return (
    <div className="paper-room" ref={ref}>
      <div className="paper" style={{ width: PAPER_WIDTH * scale, height: (height + SIDE * 2) * scale }}>
        {page === null ? null : (
          <iframe
            ref={frame}
            title={title}
            // No scripts run inside; the same origin lets the window dress and measure the document, and modals are the print dialog.
            sandbox="allow-same-origin allow-modals"
            src={page.url}
            style={{ width: PAPER_WIDTH - SIDE * 2, height, transform: `scale(${scale})`, left: SIDE * scale, top: SIDE * scale }}
            onLoad={(event) => dress(event.currentTarget)}
            data-testid="report-frame"
          />
        )}
      </div>
    </div>
  );
}
