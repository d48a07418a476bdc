import type { Schema } from '@alloza/sdk/core';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { difference } from '../app/diff.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { viewProblem } from '../app/problems.ts';
import { removeItem, replaceItem } from '../app/reorder.ts';
import { bones, errorState } from '../app/states.ts';
import { Lines, lineStyles } from './lines.ts';
import { SettingsSection } from './section.ts';
import { namelessStages, stageLines } from './stage-lines.ts';

type Pipeline = Schema<'LeadPipeline'>;
type Stage = Schema<'LeadStageInput'>;
interface Draft {
  readonly stages: readonly Stage[];
  readonly lostReasons: readonly string[];
}

const meanings = ['new', 'contacted', 'consulting', 'proposed'] as const;

/** The stages of the board and the reasons for losing a lead. */
export class PipelineSection extends SettingsSection {
  static override styles = [SettingsSection.styles, lineStyles];

  @state() private draft: Draft = { stages: [], lostReasons: [] };
  readonly #lines = new Lines(this, this.t, this.form);
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
    const required = this.t('field.required');
    const errors = namelessStages(this.draft.stages, required);
    this.draft.lostReasons.forEach((reason, index) => {
      if (!reason.trim()) errors[`reason-${index}`] = required;
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
      ${this.#lines.spoken()}
      <form novalidate @submit=${this.#save}>
        ${stageLines({
          stages,
          meanings: meanings.map((meaning) => ({ value: meaning, label: this.t(`pipeline.${meaning}`) })),
          added: 'contacted',
          lines: this.#lines,
          t: this.t,
          disabled: !allowed,
          change: (next) => this.#stages(next as readonly Stage[]),
        })}
        <div class="group card">
          <header><h3>${this.t('pipeline.reasons')}</h3></header>
          <div class="lines">${lostReasons.map((reason, index) => this.#reason(reason, index, !allowed))}</div>
          ${this.#lines.add(
            'reason',
            this.t('pipeline.addReason'),
            lostReasons.length,
            !allowed || lostReasons.length >= 20,
            () => this.#reasons([...lostReasons, '']),
          )}
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

  #reason(reason: string, index: number, disabled: boolean): TemplateResult {
    const { lostReasons } = this.draft;
    return html`<div class="line reason">
      ${this.#lines.input({
        name: `reason-${index}`,
        label: this.t('pipeline.reasonName', { count: index + 1 }),
        value: reason,
        max: 120,
        disabled,
        input: (value) => this.#reasons(replaceItem(lostReasons, index, value)),
      })}
      ${this.#lines.remove(this.t('pipeline.removeReason', { name: reason }), disabled, () =>
        this.#reasons(removeItem(lostReasons, index)),
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-pipeline': PipelineSection;
  }
}
