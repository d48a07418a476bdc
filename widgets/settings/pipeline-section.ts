import type { Schema } from '@alloza/sdk/core';
import { css, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { difference } from '../app/diff.ts';
import { selectInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { viewProblem } from '../app/problems.ts';
import { moveItem, removeItem, replaceItem } from '../app/reorder.ts';
import { bones, errorState } from '../app/states.ts';
import { SettingsSection } from './section.ts';

type Pipeline = Schema<'LeadPipeline'>;
type Stage = Schema<'LeadStageInput'>;
interface Draft {
  readonly stages: readonly Stage[];
  readonly lostReasons: readonly string[];
}

const meanings = ['new', 'contacted', 'consulting', 'proposed'] as const;

/** The stages of the board and the reasons for losing a lead. */
export class PipelineSection extends SettingsSection {
  static override styles = [
    SettingsSection.styles,
    css`
      .lines {
        display: grid;
        gap: 8px;
      }

      .line {
        align-items: center;
        display: grid;
        gap: 8px;
        grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr) auto;
      }

      .line.reason {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .order {
        display: flex;
      }

      @media (max-width: 720px) {
        .line:not(.reason) {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }

        .line .select {
          grid-column: 2;
          grid-row: 2;
        }
      }
    `,
  ];

  @state() private draft: Draft = { stages: [], lostReasons: [] };
  @state() private said = '';
  readonly #pipeline = new Loading<Pipeline>(this, async (signal) => {
    const pipeline = await this.app.api.leadPipeline.get({ signal });
    this.#reset(pipeline);
    return pipeline;
  });

  protected override studioChanged(): void {
    void this.#pipeline.run();
  }

  #reset({ stages, lostReasons }: Pipeline): void {
    this.draft = { stages, lostReasons };
    this.form.clear();
  }

  get #patch() {
    const { stages, lostReasons } = this.#pipeline.value!;
    return difference<Draft>({ stages, lostReasons }, this.draft);
  }

  #check(): Record<string, string> {
    const errors: Record<string, string> = {};
    this.draft.stages.forEach(({ name }, index) => {
      if (!name.trim()) errors[`stage-${index}`] = this.t('field.required');
    });
    this.draft.lostReasons.forEach((reason, index) => {
      if (!reason.trim()) errors[`reason-${index}`] = this.t('field.required');
    });
    return errors;
  }

  readonly #save = async (event?: Event): Promise<void> => {
    await this.form.submit(event, {
      check: () => this.#check(),
      send: async () => {
        const { stages, lostReasons } = this.#patch!;
        const patch = { ...(stages && { stages: [...stages] }), ...(lostReasons && { lostReasons: [...lostReasons] }) };
        const saved = await this.app.api.leadPipeline.update(patch, { ifMatch: this.#pipeline.value!.version });
        this.#pipeline.set(saved);
        this.#reset(saved);
        this.saved();
      },
    });
  };

  #stages(stages: readonly Stage[]): void {
    this.draft = { ...this.draft, stages };
    this.form.clear();
  }

  #reasons(lostReasons: readonly string[]): void {
    this.draft = { ...this.draft, lostReasons };
    this.form.clear();
  }

  #move(from: number, to: number): void {
    const { name } = this.draft.stages[from]!;
    this.#stages(moveItem(this.draft.stages, from, to));
    this.said = this.t('pipeline.moved', { name, position: to + 1 });
    const direction = to < from ? 'up' : 'down';
    void this.updateComplete.then(() => {
      const button = this.renderRoot.querySelector<HTMLButtonElement>(`[data-move="${direction}-${to}"]`);
      (button?.disabled ? this.renderRoot.querySelector<HTMLElement>(`#stage-${to}`) : button)?.focus();
    });
  }

  async #focusLast(prefix: string, count: number): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${prefix}-${count - 1}`)?.focus();
  }

  override render(): TemplateResult {
    const allowed = this.may('manager');
    const { value, state, error } = this.#pipeline;
    if (!value) {
      return html`${this.head(this.t('pipeline.title'), this.t('pipeline.text'))}
      ${
        state === 'error'
          ? errorState(error, this.t, () => void this.#pipeline.run())
          : html`<div class="group card">${bones([60, 80, 60, 40], this.t)}</div>`
      }`;
    }
    const inUse = this.form.problem && viewProblem(this.form.problem).code === 'stage_in_use';
    const { stages, lostReasons } = this.draft;
    return html`
      ${this.head(this.t('pipeline.title'), this.t('pipeline.text'))}
      ${
        inUse
          ? html`<div class="notice warning above" role="alert">${icon('triangleAlert')}<div>${this.t('pipeline.inUse')}</div></div>`
          : this.notices(() => void this.#pipeline.run(), allowed)
      }
      <div class="only-spoken" role="status">${this.said}</div>
      <form novalidate @submit=${this.#save}>
        <div class="group card">
          <header>
            <h3>${this.t('pipeline.stages')}</h3>
            <p class="muted">${this.t('pipeline.meaningHint')}</p>
          </header>
          <div class="lines">${stages.map((stage, index) => this.#stage(stage, index, !allowed))}</div>
          <div>
            <button
              type="button"
              class="button small"
              ?disabled=${!allowed || stages.length >= 20}
              @click=${() => {
                this.#stages([...stages, { name: '', meaning: 'contacted' }]);
                void this.#focusLast('stage', stages.length + 1);
              }}
            >
              ${icon('plus')}${this.t('pipeline.addStage')}
            </button>
          </div>
        </div>
        <div class="group card">
          <header><h3>${this.t('pipeline.reasons')}</h3></header>
          <div class="lines">${lostReasons.map((reason, index) => this.#reason(reason, index, !allowed))}</div>
          <div>
            <button
              type="button"
              class="button small"
              ?disabled=${!allowed || lostReasons.length >= 20}
              @click=${() => {
                this.#reasons([...lostReasons, '']);
                void this.#focusLast('reason', lostReasons.length + 1);
              }}
            >
              ${icon('plus')}${this.t('pipeline.addReason')}
            </button>
          </div>
        </div>
        <button hidden></button>
      </form>
      ${this.saveBar(
        this.#patch !== undefined,
        () => void this.#save(),
        () => this.#reset(value),
      )}
    `;
  }

  #input(name: string, label: string, value: string, max: number, disabled: boolean, set: (value: string) => void) {
    const invalid = this.form.errors[name] !== undefined;
    return html`<input
      class="input"
      id=${name}
      name=${name}
      aria-label=${label}
      aria-invalid=${invalid ? 'true' : 'false'}
      title=${this.form.errors[name] ?? ''}
      maxlength=${max}
      dir="auto"
      autocomplete="off"
      ?disabled=${disabled}
      .value=${live(value)}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />`;
  }

  #stage(stage: Stage, index: number, disabled: boolean): TemplateResult {
    const { stages } = this.draft;
    const set = (change: Partial<Stage>) => this.#stages(replaceItem(stages, index, { ...stage, ...change }));
    const arrow = (direction: 'up' | 'down', to: number): TemplateResult => html`
      <button
        type="button"
        class="button quiet small only-icon"
        data-move="${direction}-${index}"
        aria-label=${this.t(direction === 'up' ? 'pipeline.moveUp' : 'pipeline.moveDown', { name: stage.name })}
        ?disabled=${disabled || to < 0 || to >= stages.length}
        @click=${() => this.#move(index, to)}
      >
        ${icon(direction === 'up' ? 'arrowUp' : 'arrowDown')}
      </button>
    `;
    return html`<div class="line">
      <span class="order">${arrow('up', index - 1)}${arrow('down', index + 1)}</span>
      ${this.#input(`stage-${index}`, this.t('pipeline.stageName', { count: index + 1 }), stage.name, 60, disabled, (name) => set({ name }))}
      ${this.#meaning(stage, index, disabled, set)}
      <button
        type="button"
        class="button quiet small only-icon"
        aria-label=${this.t('pipeline.removeStage', { name: stage.name })}
        ?disabled=${disabled || stages.length === 1}
        @click=${() => this.#stages(removeItem(stages, index))}
      >
        ${icon('trash2')}
      </button>
    </div>`;
  }

  #meaning(stage: Stage, index: number, disabled: boolean, set: (change: Partial<Stage>) => void): TemplateResult {
    const name = `meaning-${index}`;
    return selectInput({
      name,
      label: this.t('pipeline.meaning', { name: stage.name }),
      unlabelled: true,
      disabled,
      value: stage.meaning,
      choices: meanings.map((meaning) => ({ value: meaning, label: this.t(`pipeline.${meaning}`) })),
      change: (meaning) => set({ meaning: meaning as Stage['meaning'] }),
    });
  }

  #reason(reason: string, index: number, disabled: boolean): TemplateResult {
    const { lostReasons } = this.draft;
    return html`<div class="line reason">
      ${this.#input(
        `reason-${index}`,
        this.t('pipeline.reasonName', { count: index + 1 }),
        reason,
        120,
        disabled,
        (value) => this.#reasons(replaceItem(lostReasons, index, value)),
      )}
      <button
        type="button"
        class="button quiet small only-icon"
        aria-label=${this.t('pipeline.removeReason', { name: reason })}
        ?disabled=${disabled}
        @click=${() => this.#reasons(removeItem(lostReasons, index))}
      >
        ${icon('trash2')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-pipeline': PipelineSection;
  }
}
