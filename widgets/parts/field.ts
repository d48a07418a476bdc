import { html, nothing, type TemplateResult } from 'lit';

/** What surrounds a control. */
export interface FieldParts {
  /** Unique in the shadow root; the control has it as its id, its note is `<id>-note`. */
  id: string;
  label: string;
  /** The word behind the label of a field that may stay empty. */
  optional?: string;
  hint?: string;
  /** Replaces the hint: text or template. */
  error?: unknown;
  /** Several controls under one label; a radiogroup if they are one choice. */
  group?: 'group' | 'radiogroup';
  control: unknown;
}

/** The id that a control names in `aria-describedby`; nothing without hint and error. */
export const noteOf = ({ id, hint, error }: Pick<FieldParts, 'id' | 'hint' | 'error'>) =>
  hint || error ? `${id}-note` : nothing;

/** A control with its label above, its hint below, and its error in place of the hint. */
export function field(parts: FieldParts): TemplateResult {
  const { id, label, optional, hint, error, group, control } = parts;
  const note = error
    ? html`<p class="note error" part="error" id="${id}-note">${error}</p>`
    : hint
      ? html`<p class="note" part="hint" id="${id}-note">${hint}</p>`
      : nothing;
  return html`<div class="field" part="field" data-field=${id} role=${group ?? nothing}
    aria-labelledby=${group ? `${id}-label` : nothing} aria-describedby=${group ? noteOf(parts) : nothing}
    aria-invalid=${group === 'radiogroup' && error ? 'true' : nothing}>
    <label class="label" part="label" id="${id}-label" for=${id}><bdi>${label}</bdi>${
      optional ? html` <span class="optional">${optional}</span>` : nothing
    }</label>${control}${note}</div>`;
}
