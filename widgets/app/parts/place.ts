/** Puts an open popover below its anchor, or above where there is no room, and within the window either way. */
export function placeBelow(panel: HTMLElement, anchor: HTMLElement): void {
  const gap = 4;
  const edge = 8;
  const at = anchor.getBoundingClientRect();
  const size = panel.getBoundingClientRect();
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const wanted = rtl ? at.right - size.width : at.left;
  const left = Math.min(Math.max(edge, wanted), window.innerWidth - size.width - edge);
  const fitsBelow = at.bottom + gap + size.height <= window.innerHeight - edge;
  const top = fitsBelow ? at.bottom + gap : Math.max(edge, at.top - gap - size.height);
  panel.style.setProperty('left', `${Math.round(left)}px`);
  panel.style.setProperty('top', `${Math.round(top)}px`);
}
