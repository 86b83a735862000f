/** Room above a block that was gone to. */
const ABOVE = 24;

/** Brings a block of the framed report into sight: the frame is as high as its document, what scrolls is the desk around it. */
export function goToBlock(frame: HTMLIFrameElement | null, id: string): void {
  const block = frame?.contentDocument?.querySelector(`[data-block="${CSS.escape(id)}"]`);
  const desk = frame?.closest('.desk');
  if (!frame || !block || !desk) return;
  const place = frame.getBoundingClientRect();
  const scale = place.width / frame.offsetWidth;
  desk.scrollTo({ top: desk.scrollTop + place.top - desk.getBoundingClientRect().top + block.getBoundingClientRect().top * scale - ABOVE, behavior: 'smooth' });
}
