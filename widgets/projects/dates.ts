import { html, nothing } from 'lit';
import { formatDate } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import { type EntryKind, RecordEntries } from '../app/record/entries.ts';
import { LanguageController } from '../base/language.ts';
import { type ProjectText, projectTexts } from './texts.ts';
import type { Project, ProjectPatch } from './view.ts';

const kind: EntryKind<ProjectText> = {
  title: 'dates.title',
  add: 'dates.add',
  most: 20,
  ordered: true,
  blank: { label: '', date: '', startTime: '', place: '' },
  lines: [
    { name: 'label', label: 'dates.label', max: 120 },
    { name: 'date', label: 'column.date', type: 'date' },
    { name: 'startTime', label: 'dates.startTime', type: 'time' },
    { name: 'place', label: 'dates.place', max: 300 },
  ],
  name: ({ label }) => label ?? '',
  read: (draft) => {
    const text = (name: string) => (draft[name] ?? '').trim();
    return {
      label: text('label'),
      date: text('date'),
      startTime: text('startTime').slice(0, 5) || null,
      place: text('place') || null,
    };
  },
  check: ({ label, date }, t) => ({
    ...(label ? {} : { label: t('field.required') }),
    ...(date ? {} : { date: t('field.required') }),
  }),
  show: ({ label, date, startTime, place }, _t, locale) => html`
    <div class="row">
      <strong dir="auto">${label}</strong>
      <span class="numbers">${formatDate(date!, locale, 'long')}${startTime ? html`, <bdi>${startTime}</bdi>` : nothing}</span>
    </div>
    ${place ? html`<div class="row muted">${icon('mapPin')}<span dir="auto">${place}</span></div>` : nothing}
  `,
};

/** When and where a job happens; the first of its dates is the one that tasks count from. */
export class ProjectDates extends RecordEntries<Project, ProjectPatch, ProjectText> {
  readonly language = new LanguageController(this, projectTexts);
  protected override readonly list = 'dates';
  protected override readonly kind = kind;
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-dates': ProjectDates;
  }
}
