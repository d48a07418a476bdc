/** The widgets that wear a studio's brand, each as a live preview: a widget joins by an entry of its own here. */
import { html, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';

export interface PreviewBrand {
  readonly accent: string;
  readonly radius: number;
}

/** Fetches what a preview shows; what it answers draws the widget with a brand. */
export type Preview = (app: App, signal: AbortSignal) => Promise<(brand: PreviewBrand) => TemplateResult>;

export const previews: readonly Preview[] = [
  async (app, signal) => {
    const form = await app.api.leadForms.public('default', { signal });
    return (brand) => html`<alloza-form-preview .form=${form} .brand=${brand}></alloza-form-preview>`;
  },
];
