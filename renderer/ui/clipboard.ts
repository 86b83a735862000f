/** What this window copied last: pasted back, its headings are no cells. */
let last: { readonly text: string; readonly headings: boolean } | null = null;

const sameLines = (text: string) => text.replace(/\r\n/g, '\n').replace(/\n$/, '');

/** Whether the first line of a pasted text is the headings that were copied here. */
export function hasOwnHeadings(text: string): boolean {
  return last?.headings === true && sameLines(text) === sameLines(last.text);
}

/**
 * Puts a text on the clipboard.
 *
 * @returns false where the system does not allow it without another press of a key
 */
export async function writeClipboard(text: string, headings: boolean): Promise<boolean> {
  const done = byCommand(text) || (await byPermission(text));
  if (done) last = { text, headings };
  return done;
}

/** The way that needs no permission, only a key pressed a short while ago: the desktop application grants none. */
function byCommand(text: string): boolean {
  let done = false;
  const allow = (event: Event) => event.preventDefault();
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('beforecopy', allow, true);
  document.addEventListener('copy', onCopy, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', allow, true);
    document.removeEventListener('copy', onCopy, true);
  }
  return done;
}

async function byPermission(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
