import type { Schema } from '@alloza/sdk/core';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { difference } from '../../app/diff.ts';
import { icon } from '../../app/icons.ts';
import { Loading } from '../../app/loading.ts';
import { viewProblem } from '../../app/problems.ts';
import { bones, errorState } from '../../app/states.ts';
import { Lines, lineStyles } from '../lines.ts';
import { SettingsSection } from '../section.ts';
import { namelessStages, stageLines } from '../stage-lines.ts';

type Pipeline = Schema<'ProjectPipeline'>;
type Stage = Schema<'ProjectStageInput'>;

const meanings = ['draft', 'booked', 'in_production', 'delivered', 'closed'] as const;

/** The stages that a project passes. Each meaning keeps a stage at least, since a project's state is what its stage means. */
export class StagesSection extends SettingsSection {
  static override styles = [SettingsSection.styles, lineStyles];

  @state() private stages: readonly Stage[] = [];
  readonly #lines = new Lines(this, this.t, this.form);
  readonly #pipeline = new Loading<Pipeline>(this, async (signal) => {
    const pipeline = await this.app.api.projectPipeline.get({ signal });
    this.#reset(pipeline);
    return pipeline;
  });

  protected override studioChanged(): void {
    void this.#pipeline.run();
  }

  #reset({ stages }: Pipeline): void {
    this.stages = stages;
    this.form.clear();
  }

  get #dirty(): boolean {
    const { stages } = this.#pipeline.value!;
    return difference<{ stages: readonly Stage[] }>({ stages }, { stages: this.stages }) !== undefined;
  }

  readonly #save = async (event?: Event): Promise<void> => {
    await this.form.submit(event, {
      check: () => ({ ...namelessStages(this.stages, this.t('field.required')), stages: this.#missing() }),
      send: async () => {
        const { version } = this.#pipeline.value!;
        const saved = await this.app.api.projectPipeline.update({ stages: [...this.stages] }, { ifMatch: version });
        this.#pipeline.set(saved);
        this.#reset(saved);
        this.saved();
      },
    });
  };

  /** What no stage means any more, in words. */
  #missing(): string | undefined {
    const gone = meanings.filter((meaning) => !this.stages.some((stage) => stage.meaning === meaning));
    if (gone.length === 0) return undefined;
    const names = gone.map((meaning) => this.t(`stages.${meaning}`));
    return this.t('stages.missing', { meanings: new Intl.ListFormat(this.locale).format(names) });
  }

  override render(): TemplateResult {
    const allowed = this.may('manager');
    const { value, state, error } = this.#pipeline;
    const head = this.head(this.t('stages.title'), this.t('stages.text'));
    if (!value) {
      return html`${head}
      ${
        state === 'error'
          ? errorState(error, this.t, () => void this.#pipeline.run())
          : html`<div class="group card">${bones([60, 80, 60, 40], this.t)}</div>`
      }`;
    }
    return html`
      ${head} ${this.#above(allowed)} ${this.#lines.spoken()}
      <form novalidate @submit=${this.#save}>
        ${stageLines({
          stages: this.stages,
          meanings: meanings.map((meaning) => ({ value: meaning, label: this.t(`stages.${meaning}`) })),
          added: 'in_production',
          lines: this.#lines,
          t: this.t,
          disabled: !allowed,
          stays: ({ meaning }) => this.stages.filter((stage) => stage.meaning === meaning).length === 1,
          change: (stages) => {
            this.stages = stages as readonly Stage[];
            this.form.clear();
          },
        })}
        <button hidden></button>
      </form>
      ${this.saveBar(
        this.#dirty,
        () => void this.#save(),
        () => this.#reset(value),
      )}
    `;
  }

  #above(allowed: boolean): TemplateResult {
    const { problem, errors } = this.form;
    const inUse = problem !== undefined && viewProblem(problem).code === 'stage_in_use';
    const text = inUse ? this.t('stages.inUse') : errors.stages;
    if (!text) return this.notices(() => void this.#pipeline.run(), allowed);
    return html`<div class="notice warning above" role="alert">${icon('triangleAlert')}<div>${text}</div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-settings-stages': StagesSection;
  }
}
