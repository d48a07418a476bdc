// Shapes from Lucide (ISC licence); only those that embeds use.
import { html } from 'lit';

/** An icon of 24 units from one path. */
export const icon = (path: string) => html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;

export const alertIcon = icon('M12 8v4M12 16h.01M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0Z');
