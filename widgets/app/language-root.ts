import { css, html, type TemplateResult } from 'lit';

/** No box of its own: the layout is that of the element around it. */
export const languageRootStyles = css`
  .language {
    display: contents;
  }
`;

/**
 * What the outermost element of the app puts around all it shows. Inner elements look up the tree for their language
 * and find here what was decided: by a person, the page or the `locale` attribute. It is written inside and not on the
 * element itself, whose own attributes belong to the page and are among what the language is decided by.
 */
export const languageRoot = (
  { locale, dir }: { readonly locale: string; readonly dir: 'ltr' | 'rtl' },
  content: unknown,
): TemplateResult => html`<div class="language" lang=${locale} dir=${dir}>${content}</div>`;
