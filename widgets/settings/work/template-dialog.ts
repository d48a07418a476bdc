import type { Schema } from '@alloza/sdk/core';
import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { difference } from '../../app/diff.ts';
import { selectInput, textField, textInput } from '../../app/fields.ts';
import { icon } from '../../app/icons.ts';
import { viewProblem } from '../../app/problems.ts';
import { moveItem, removeItem, replaceItem } from '../../app/reorder.ts';
import { problemNotice } from '../../app/states.ts';
import { SettingsDialog } from '../dialog.ts';
import { Lines, lineStyles } from '../lines.ts';
import { draftOf, hasCount, type Item, type ItemDraft, itemOf, readCount, type When, whens } from './due-rules.ts';

type Template = Schema<'TaskTemplate'>;

const empty: ItemDraft = { title: '', when: 'none', count: '7' };
const most = 100;

/**
 * Makes a task template, or changes one.
 *
 * @event app-close
 * @event app-saved - The template.
 */
export class TemplateDialog extends SettingsDialog {
  static override styles = [
    SettingsDialog.styles,
    lineStyles,
    css`
      fieldset {
        border: 0;
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
      }

      legend {
        font-weight: 500;
        padding: 0 0 6px;
      }

      .lines .line {
        align-items: start;
        grid-template-columns: auto minmax(0, 1fr) auto;
      }

      .order,
      .line > .button {
        padding-block-start: 2px;
      }

      .due {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 2;
      }

      .due .select {
        flex: 1 1 160px;
      }

      .due .input[type='number'] {
        flex: 0 0 88px;
      }

      @media (max-width: 480px) {
        .due {
          grid-column: 1 / -1;
        }
      }

      .line:not(:last-child) {
        border-block-end: 1px solid var(--_line);
        padding-block-end: 12px;
      }

      .lines {
        gap: 12px;
      }
    `,
  ];

  /** The one to change; none makes a new one. */
  @property({ attribute: false }) template?: Template;
  @state() private name = '';
  @state() private items: readonly ItemDraft[] = [empty];
  readonly #lines = new Lines(this, this.t, this.form);

  protected override studioChanged(): void {
    this.#reset();
  }

  #reset(): void {
    if (!this.template) return;
    this.name = this.template.name;
    this.items = this.template.items.map(draftOf);
  }

  #set(items: readonly ItemDraft[]): void {
    this.items = items;
    this.form.clear();
  }

  #check(): Record<string, string | undefined> {
    const required = this.t('field.required');
    const errors: Record<string, string | undefined> = { name: this.name.trim() ? undefined : required };
    this.items.forEach((item, index) => {
      if (!item.title.trim()) errors[`item-${index}`] = required;
      if (hasCount(item.when) && readCount(item) === undefined)
        errors[`count-${index}`] = this.t('templates.daysWrong');
    });
    return errors;
  }

  protected override submit(event?: Event): void {
    void this.form.submit(event, {
      check: () => this.#check(),
      send: async () => {
        const saved = await this.#send({ name: this.name.trim(), items: this.items.map(itemOf) });
        if (saved) this.dispatchEvent(new CustomEvent('app-saved', { detail: saved }));
        else this.close();
      },
    });
  }

  /** Undefined where nothing has changed. */
  async #send(input: { name: string; items: Item[] }): Promise<Template | undefined> {
    const { taskTemplates } = this.app.api;
    if (!this.template) return taskTemplates.create(input);
    const { id, version, name, items } = this.template;
    // In the form that the lines give, so that only what a person has changed counts.
    const patch = difference({ name, items: items.map(draftOf).map(itemOf) }, input);
    return patch && taskTemplates.update(id, patch, { ifMatch: version });
  }

  readonly #reload = (): void => {
    void this.form.submit(undefined, {
      send: async () => {
        this.template = await this.app.api.taskTemplates.get(this.template!.id);
        this.#reset();
      },
    });
  };

  override render(): TemplateResult {
    const { problem } = this.form;
    const stale = problem !== undefined && viewProblem(problem).kind === 'stale';
    return this.dialog({
      heading: this.t(this.template ? 'templates.editTitle' : 'templates.create'),
      action: this.t('action.save'),
      wide: true,
      content: html`
        ${
          stale
            ? html`<div class="notice warning" role="alert">
                ${icon('refreshCw')}
                <div>${this.t('templates.conflict')}</div>
                <button type="button" class="button small" @click=${this.#reload}>${this.t('action.reload')}</button>
              </div>`
            : problemNotice(problem, this.t)
        }
        ${textField({
          name: 'name',
          label: this.t('templates.name'),
          hint: this.t('templates.nameHint'),
          value: this.name,
          dir: 'auto',
          maxLength: 120,
          autocomplete: 'off',
          required: true,
          autofocus: true,
          error: this.form.errors.name,
          input: (value) => {
            this.name = value;
            this.form.touch('name');
          },
        })}
        ${this.#lines.spoken()}
        <fieldset>
          <legend>${this.t('templates.tasks')}</legend>
          <div class="lines">${this.items.map((item, index) => this.#item(item, index))}</div>
          ${this.#lines.add('item', this.t('templates.addTask'), this.items.length, this.items.length >= most, () =>
            this.#set([...this.items, empty]),
          )}
        </fieldset>
      `,
    });
  }

  #item(item: ItemDraft, index: number): TemplateResult {
    const { items } = this;
    const set = (fields: Partial<ItemDraft>) => this.#set(replaceItem(items, index, { ...item, ...fields }));
    const name = item.title || this.t('templates.task', { count: index + 1 });
    const error = this.form.errors[`count-${index}`];
    return html`<div class="line">
      ${this.#lines.arrows({
        prefix: 'item',
        index,
        count: items.length,
        name,
        disabled: false,
        move: (to) => this.#set(moveItem(items, index, to)),
      })}
      ${this.#lines.input({
        name: `item-${index}`,
        label: this.t('templates.task', { count: index + 1 }),
        value: item.title,
        max: 300,
        disabled: false,
        input: (title) => set({ title }),
      })}
      ${this.#lines.remove(this.t('templates.removeTask', { name }), items.length === 1, () =>
        this.#set(removeItem(items, index)),
      )}
      <div class="due">
        ${
          hasCount(item.when)
            ? html`<label class="only-spoken" for="count-${index}">${this.t('templates.days', { name })}</label>
                ${textInput({
                  name: `count-${index}`,
                  label: this.t('templates.days', { name }),
                  value: item.count,
                  type: 'number',
                  inputMode: 'numeric',
                  min: item.when === 'added' ? -3650 : 0,
                  max: 3650,
                  error,
                  input: (count) => set({ count }),
                })}`
            : ''
        }
        ${selectInput({
          name: `when-${index}`,
          label: this.t('templates.when', { name }),
          unlabelled: true,
          value: item.when,
          choices: whens.map((when) => ({ value: when, label: this.t(`templates.when.${when}`) })),
          change: (when) => set({ when: when as When }),
        })}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-template-dialog': TemplateDialog;
  }
}
