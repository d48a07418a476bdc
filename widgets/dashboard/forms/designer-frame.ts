/** What stands around the designer's parts: its bar, its notices, its tabs and the question before leaving. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../app/icons.ts';
import { viewProblem } from '../../app/problems.ts';
import { problemNotice } from '../../app/states.ts';
import type { FormEditor } from './form-editor.ts';
import type { TranslateForm } from './texts.ts';

export interface BarView {
  readonly editor: FormEditor;
  readonly back: string;
  readonly disabled: boolean;
  readonly t: TranslateForm;
  readonly save: () => void;
}

/** The name of the form, and whether it is saved. */
export function designerBar({ editor, back, disabled, t, save }: BarView): TemplateResult {
  const { busy, draft, errors } = editor;
  const dirty = editor.patch !== undefined;
  return html`<header class="top">
    <a class="button quiet small only-icon" href=${back} aria-label=${t('designer.back')} title=${t('designer.back')}
      >${icon('arrowLeft')}</a
    >
    <h1 class="only-spoken">${draft?.name}</h1>
    <span class="title">
      <input
        name="name"
        aria-label=${t('designer.name')}
        aria-invalid=${errors?.name ? 'true' : nothing}
        aria-describedby=${errors?.name ? 'name-error' : nothing}
        title=${t('designer.nameHint')}
        maxlength="120"
        dir="auto"
        autocomplete="off"
        ?disabled=${disabled}
        .value=${live(draft?.name ?? '')}
        @input=${(event: Event) => editor.set({ name: (event.target as HTMLInputElement).value })}
      />
      ${
        errors?.name
          ? html`<span class="error" id="name-error">${icon('circleAlert')}<span>${errors.name}</span></span>`
          : nothing
      }
    </span>
    <span class="status" role="status">${busy ? t('state.saving') : dirty ? t('state.unsaved') : nothing}</span>
    ${
      disabled
        ? nothing
        : html`<span class="actions ${dirty ? 'dirty' : ''}">
          ${
            dirty
              ? html`<button class="button" ?disabled=${busy} @click=${() => editor.discard()}>
                ${t('action.discard')}
              </button>`
              : nothing
          }
          <button class="button primary" ?disabled=${busy || !dirty} @click=${save}>${t('action.saveChanges')}</button>
        </span>`
    }
  </header>`;
}

export interface NoticesView {
  readonly editor: FormEditor;
  readonly disabled: boolean;
  readonly t: TranslateForm;
  /** Shows what somebody else saved. */
  readonly takeTheirs: () => void;
}

/** Above the columns, where it is in sight wherever they are scrolled to. */
export function designerNotices(view: NoticesView): TemplateResult | typeof nothing {
  const notice = chooseNotice(view);
  return notice === nothing ? nothing : html`<div class="notices">${notice}</div>`;
}

function chooseNotice({ editor, disabled, t, takeTheirs }: NoticesView): TemplateResult | typeof nothing {
  if (disabled) return html`<div class="notice">${icon('info')}<div>${t('forms.readOnly')}</div></div>`;
  const { problem, aside } = editor;
  if (problem && viewProblem(problem).kind === 'stale') {
    return html`<div class="notice warning" role="alert">
      ${icon('refreshCw')}
      <div>
        <strong>${t('problem.stale.title')}</strong>
        <p>${t('designer.conflict')}</p>
      </div>
      <button class="button small" @click=${takeTheirs}>${t('designer.takeTheirs')}</button>
    </div>`;
  }
  if (problem) return problemNotice(problem, t);
  if (!aside) return nothing;
  return html`<div class="notice" role="status">
    ${icon('info')}
    <div>${t('designer.tookTheirs')}</div>
    <button class="button small" @click=${() => editor.putBack()}>${t('designer.putBack')}</button>
    <button class="button quiet small" @click=${() => editor.dropAside()}>${t('action.discard')}</button>
  </div>`;
}

export type Tab = 'design' | 'preview' | 'embed';

const tabIcons = { design: 'pencil', preview: 'eye', embed: 'code' } as const;

export interface TabsView {
  readonly tabs: readonly Tab[];
  readonly shown: Tab;
  readonly t: TranslateForm;
  readonly choose: (tab: Tab) => void;
}

export function designerTabs({ tabs, shown, t, choose }: TabsView): TemplateResult {
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    const forward = (event.key === 'ArrowRight') !== list.matches(':dir(rtl)');
    const next = tabs.at((tabs.indexOf(shown) + (forward ? 1 : -1)) % tabs.length)!;
    choose(next);
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${t('designer.views')} @keydown=${keydown}>
    ${tabs.map(
      (tab) => html`<button
        class="button quiet small"
        role="tab"
        id="tab-${tab}"
        aria-controls=${tab === 'design' ? 'design' : 'show'}
        aria-selected=${String(tab === shown)}
        tabindex=${tab === shown ? '0' : '-1'}
        @click=${() => choose(tab)}
      >
        ${icon(tabIcons[tab])}${t(`designer.${tab}`)}
      </button>`,
    )}
  </div>`;
}

/** Asked when somebody is about to leave changes behind. */
export const leaveDialog = (t: TranslateForm, stay: () => void, leave: () => void): TemplateResult => html`
  <alloza-app-dialog
    .open=${true}
    heading=${t('designer.leaveTitle')}
    closeLabel=${t('action.close')}
    @app-close=${stay}
  >
    <p class="muted">${t('designer.leave')}</p>
    <button slot="footer" class="button" @click=${stay}>${t('designer.stay')}</button>
    <button slot="footer" class="button danger" @click=${leave}>${t('action.discard')}</button>
  </alloza-app-dialog>
`;
