import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../app/icons.ts';
import { Loading } from '../../app/loading.ts';
import { bones, emptyState, errorState } from '../../app/states.ts';
import { SettingsSection } from '../section.ts';
import type { Question } from '../team/confirm-dialog.ts';
import type { Item } from './due-rules.ts';

type Template = Schema<'TaskTemplate'>;

const shown = 5;

/** Lists of tasks that a project starts with, due relative to the day of the job. */
export class TemplatesSection extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    css`
      .templates {
        overflow: hidden;
      }

      .template {
        display: grid;
        gap: 4px 16px;
        grid-template-columns: minmax(0, 1fr) auto;
        padding: 16px 12px 16px 20px;
      }

      .template:not(:last-child) {
        border-block-end: 1px solid var(--_line);
      }

      h3 {
        font-size: 14px;
        line-height: 28px;
        overflow-wrap: anywhere;
      }

      ol {
        display: grid;
        gap: 2px;
        grid-column: 1 / -1;
        list-style: none;
        margin: 0;
        padding: 0;
      }

      ol li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        justify-content: space-between;
      }

      ol li > :first-child {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .tools {
        display: flex;
        gap: 4px;
      }
    `,
  ];

  @state() private editing?: Template | 'new';
  @state() private question?: Question;
  readonly #templates = new Loading<Template[]>(this, (signal) =>
    this.app.api.taskTemplates.list({ limit: 100 }, { signal }).toArray({ limit: 500 }),
  );

  protected override studioChanged(): void {
    void this.#templates.run();
  }

  readonly #saved = ({ detail }: CustomEvent<Template>): void => {
    this.editing = undefined;
    const others = this.#templates.value ?? [];
    const known = others.some(({ id }) => id === detail.id);
    this.#templates.set(known ? others.map((one) => (one.id === detail.id ? detail : one)) : [detail, ...others]);
    this.app.toasts.show({ text: this.t('templates.saved', { name: detail.name }) });
  };

  #askRemove({ id, name }: Template): void {
    this.question = {
      heading: this.t('templates.removeTitle', { name }),
      text: this.t('templates.removeText'),
      action: this.t('templates.remove'),
      danger: true,
      run: async () => {
        await this.app.api.taskTemplates.delete(id);
        this.#templates.set((this.#templates.value ?? []).filter((one) => one.id !== id));
        this.app.toasts.show({ text: this.t('templates.removed', { name }) });
      },
    };
  }

  override render(): TemplateResult {
    const allowed = this.may('manager');
    const create = html`<button class="button primary" @click=${() => (this.editing = 'new')}>
      ${icon('plus')}${this.t('templates.create')}
    </button>`;
    const { value } = this.#templates;
    const action = allowed && value && value.length > 0 ? create : nothing;
    return html`
      ${this.head(this.t('templates.title'), this.t('templates.text'), action)} ${this.notices(() => {}, allowed)}
      ${this.#list(allowed, create)} ${this.#dialogs()}
    `;
  }

  #list(allowed: boolean, create: TemplateResult): TemplateResult {
    const { value, state, error } = this.#templates;
    if (!value) {
      if (state === 'error') return errorState(error, this.t, () => void this.#templates.run());
      return html`<div class="group card">${bones([60, 80, 60], this.t)}</div>`;
    }
    if (value.length === 0)
      return html`<div class="card">
        ${emptyState({
          icon: 'listChecks',
          title: this.t('templates.emptyTitle'),
          text: this.t('templates.emptyText'),
          actions: allowed ? create : undefined,
        })}
      </div>`;
    return html`<ul class="templates card">
      ${repeat(
        value,
        ({ id }) => id,
        (template) => this.#template(template, allowed),
      )}
    </ul>`;
  }

  #template(template: Template, allowed: boolean): TemplateResult {
    const { name, items } = template;
    const more = items.length - shown;
    return html`<li class="template">
      <h3 dir="auto">${name}</h3>
      ${
        allowed
          ? html`<div class="tools">
              <button
                class="button small"
                aria-label=${this.t('templates.editLabel', { name })}
                @click=${() => (this.editing = template)}
              >
                ${this.t('templates.edit')}
              </button>
              <button
                class="button quiet small only-icon"
                aria-label=${this.t('templates.removeLabel', { name })}
                @click=${() => this.#askRemove(template)}
              >
                ${icon('trash2')}
              </button>
            </div>`
          : nothing
      }
      <ol>
        ${items.slice(0, shown).map(
          (item) => html`<li>
            <span dir="auto">${item.title}</span>
            <span class="meta">${this.#due(item)}</span>
          </li>`,
        )}
        ${more > 0 ? html`<li class="meta">${this.t('templates.more', { count: more })}</li>` : nothing}
      </ol>
    </li>`;
  }

  #due({ dueRule }: Item): string {
    if (!dueRule) return this.t('templates.when.none');
    const { days, from } = dueRule;
    if (days === 0) return this.t(from === 'mainDate' ? 'templates.when.on' : 'templates.rule.created.on');
    return this.t(`templates.rule.${from}.${days < 0 ? 'before' : 'after'}`, { count: Math.abs(days) });
  }

  #dialogs(): TemplateResult {
    return html`
      ${
        this.editing
          ? html`<alloza-template-dialog
              .template=${this.editing === 'new' ? undefined : this.editing}
              @app-close=${() => (this.editing = undefined)}
              @app-saved=${this.#saved}
            ></alloza-template-dialog>`
          : nothing
      }
      ${
        this.question
          ? html`<alloza-team-confirm
              .question=${this.question}
              @app-close=${() => (this.question = undefined)}
            ></alloza-team-confirm>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-templates': TemplatesSection;
  }
}
