/** How far an import is: as a pill, and as steps. */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type IconName, icon } from '../app/icons.ts';
import type { Import } from './import-store.ts';
import type { TranslateImport } from './texts.ts';

const looks: Record<Import['status'], readonly [tone: string, name: IconName]> = {
  uploaded: ['', 'circleDot'],
  checking: ['info', 'hourglass'],
  checked: ['info', 'listChecks'],
  running: ['accent', 'hourglass'],
  finished: ['success', 'check'],
  cancelled: ['warning', 'ban'],
  undoing: ['accent', 'hourglass'],
  undone: ['', 'rotateCcw'],
  failed: ['danger', 'triangleAlert'],
};

export function statusPill({ status }: Pick<Import, 'status'>, t: TranslateImport): TemplateResult {
  const [tone, name] = looks[status];
  return html`<span class="pill ${tone}">${icon(name)}${t(`status.${status}`)}</span>`;
}

const names = ['file', 'columns', 'check', 'import'] as const;

/** The step that an import is at, from 1. */
export function stepOf({ status }: Pick<Import, 'status'>, isBack: boolean): number {
  if (status === 'uploaded' || (status === 'checked' && isBack)) return 2;
  return status === 'checking' || status === 'checked' ? 3 : 4;
}

export const steps = (at: number, t: TranslateImport): TemplateResult => html`
  <ol class="steps" aria-label=${t('step.label')}>
    ${names.map(
      (
        name,
        index,
      ) => html`<li class=${index + 1 < at ? 'done' : ''} aria-current=${ifDefined(index + 1 === at ? 'step' : undefined)}>
        <span class="bullet" aria-hidden="true">${index + 1 < at ? icon('check') : index + 1}</span>
        <span class="name">${t(`step.${name}`)}</span>
      </li>`,
    )}
  </ol>
`;
