/** The stages of a board as lines of a form: of leads and of projects alike. */
import { html, type TemplateResult } from 'lit';
import { type Choice, selectInput } from '../app/fields.ts';
import { moveItem, removeItem, replaceItem } from '../app/reorder.ts';
import type { Lines } from './lines.ts';
import type { TranslateSettings } from './texts.ts';

export interface Stage<Meaning extends string> {
  readonly id?: string | undefined;
  readonly name: string;
  readonly meaning: Meaning;
}

export interface StageLinesView<Meaning extends string> {
  readonly stages: readonly Stage<Meaning>[];
  readonly meanings: readonly (Choice & { readonly value: Meaning })[];
  /** What a stage means that is added. */
  readonly added: Meaning;
  readonly lines: Lines;
  readonly t: TranslateSettings;
  readonly disabled: boolean;
  /** Whether a stage must stay; by default only the last one. */
  readonly stays?: (stage: Stage<Meaning>) => boolean;
  readonly change: (stages: readonly Stage<Meaning>[]) => void;
}

const most = 20;

export function stageLines<Meaning extends string>(view: StageLinesView<Meaning>): TemplateResult {
  const { stages, added, lines, t, disabled, change } = view;
  return html`<div class="group card">
    <header>
      <h3>${t('pipeline.stages')}</h3>
      <p class="muted">${t('pipeline.meaningHint')}</p>
    </header>
    <div class="lines">${stages.map((stage, index) => stageLine(view, stage, index))}</div>
    ${lines.add('stage', t('pipeline.addStage'), stages.length, disabled || stages.length >= most, () =>
      change([...stages, { name: '', meaning: added }]),
    )}
  </div>`;
}

function stageLine<Meaning extends string>(
  { stages, meanings, lines, t, disabled, stays, change }: StageLinesView<Meaning>,
  stage: Stage<Meaning>,
  index: number,
): TemplateResult {
  const set = (fields: Partial<Stage<Meaning>>) => change(replaceItem(stages, index, { ...stage, ...fields }));
  const { name } = stage;
  return html`<div class="line">
    ${lines.arrows({
      prefix: 'stage',
      index,
      count: stages.length,
      name,
      disabled,
      move: (to) => change(moveItem(stages, index, to)),
    })}
    ${lines.input({
      name: `stage-${index}`,
      label: t('pipeline.stageName', { count: index + 1 }),
      value: name,
      max: 60,
      disabled,
      input: (value) => set({ name: value }),
    })}
    ${selectInput({
      name: `meaning-${index}`,
      label: t('pipeline.meaning', { name }),
      unlabelled: true,
      disabled,
      value: stage.meaning,
      choices: meanings,
      change: (meaning) => set({ meaning: meaning as Meaning }),
    })}
    ${lines.remove(
      t('pipeline.removeStage', { name }),
      disabled || stages.length === 1 || (stays?.(stage) ?? false),
      () => change(removeItem(stages, index)),
    )}
  </div>`;
}

/** A message for every stage without a name, by the name of its field. */
export const namelessStages = (stages: readonly Stage<string>[], message: string): Record<string, string> =>
  Object.fromEntries(stages.flatMap(({ name }, index) => (name.trim() ? [] : [[`stage-${index}`, message]])));
