import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { viewProblem } from '../app/problems.ts';
import { saveFile } from '../app/record/transfer.ts';
import { problemText } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { dropStyles } from './drop.styles.ts';
import type { Resource } from './import-store.ts';
import { importStyles } from './styles.ts';
import { templateOf } from './templates.ts';
import { importTexts } from './texts.ts';
import { type FileProblem, fileProblem, uploadFile } from './upload.ts';

const resources: readonly Resource[] = ['clients', 'leads', 'projects'];

interface Failure {
  readonly title: string;
  readonly text?: string;
  /** In the server's own words, which are English. */
  readonly detail?: string;
  /** Tries the same file again. */
  readonly retry?: () => void;
}

/** Chooses what the rows are and a file, sends it, and lists what was imported before. */
export class ImportStart extends AppElement {
  static override styles = [AppElement.styles, importStyles, dropStyles];

  @state() private sending?: { readonly file: File; readonly abort: AbortController; share: number };
  @state() private failure?: Failure;
  @state() private over = false;
  @query('input[type=file]') private picker!: HTMLInputElement;

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sending?.abort.abort();
  }

  get #resource(): Resource {
    const asked = this.app.navigator.query.get('resource');
    return resources.find((one) => one === asked) ?? 'clients';
  }

  #size(bytes: number): string {
    const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kilobyte'] : [bytes / 1024 / 1024, 'megabyte'];
    const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.locale, options).format(value);
  }

  #refuse(file: File, problem: FileProblem): void {
    const title = this.#t(`file.${problem}`, { name: file.name, size: this.#size(file.size) });
    this.failure = { title };
  }

  #take(files: FileList | null | undefined): void {
    if (!files || files.length === 0 || this.sending) return;
    const file = files[0]!;
    const problem = fileProblem(file);
    if (files.length > 1) this.failure = { title: this.#t('file.several') };
    else if (problem) this.#refuse(file, problem);
    else void this.#send(file, crypto.randomUUID?.() ?? String(Math.random()).slice(2));
  }

  async #send(file: File, idempotencyKey: string): Promise<void> {
    const { navigator, membership } = this.app;
    const abort = new AbortController();
    this.failure = undefined;
    this.sending = { file, abort, share: 0 };
    const progress = (share: number): void => {
      if (this.sending) this.sending = { ...this.sending, share };
    };
    try {
      const resource = this.#resource;
      const { id } = await uploadFile(this.app, { resource, file, idempotencyKey, signal: abort.signal, progress });
      this.sending = undefined;
      navigator.go({ name: 'import', slug: membership.slug, importId: id });
    } catch (error) {
      this.sending = undefined;
      if (abort.signal.aborted) return;
      this.failure = this.#failureOf(error, () => void this.#send(file, idempotencyKey));
    }
  }

  #failureOf(error: unknown, retry: () => void): Failure {
    const { code, kind, detail } = viewProblem(error);
    if (code === 'csv_unreadable')
      return { title: this.#t('file.unreadable'), text: this.#t('file.unreadableHint'), detail };
    if (kind === 'offline') return { title: this.#t('file.offline'), retry };
    return { title: problemText(error, this.#t), retry };
  }

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files);
  };

  readonly #picked = (): void => {
    this.#take(this.picker.files);
    // The same file may be chosen again once it is mended.
    this.picker.value = '';
  };

  readonly #template = (): void => {
    const resource = this.#resource;
    saveFile(new Blob([templateOf(resource)], { type: 'text/csv' }), `alloza-${resource}.csv`);
  };

  override render(): TemplateResult {
    return html`
      <div class="stack">
        <fieldset class="card group" ?disabled=${Boolean(this.sending)}>
          <legend class="only-spoken">${this.#t('resource.label')}</legend>
          <h2 aria-hidden="true">${this.#t('resource.label')}</h2>
          <div class="kinds">${resources.map((resource) => this.#kind(resource))}</div>
        </fieldset>
        ${this.#problem()} ${this.sending ? this.#progress(this.sending) : this.#area()}
      </div>
      <alloza-past-imports></alloza-past-imports>
    `;
  }

  #kind(resource: Resource): TemplateResult {
    const { navigator } = this.app;
    const icons = { clients: 'users', leads: 'inbox', projects: 'camera' } as const;
    return html`<label class="kind">
      <input
        type="radio"
        name="resource"
        value=${resource}
        .checked=${resource === this.#resource}
        @change=${() => navigator.setQuery({ resource })}
      />
      ${icon(icons[resource], 20)}<span>${this.#t(`resource.${resource}`)}</span>
    </label>`;
  }

  #area(): TemplateResult {
    return html`<div
      class="drop ${this.over ? 'over' : ''}"
      @dragenter=${this.#drag}
      @dragover=${this.#drag}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#drop}
    >
      <span class="emblem">${icon('upload', 20)}</span>
      <p class="lead">${this.#t('file.drop')}</p>
      <p class="muted or">${this.#t('file.or')}</p>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        hidden
        @change=${this.#picked}
      />
      <button class="button primary" aria-describedby="rules" @click=${() => this.picker.click()}>
        ${this.#t('file.choose')}
      </button>
      <p class="hint" id="rules">${this.#t('file.rules')}</p>
      <button class="button quiet small" aria-describedby="template" @click=${this.#template}>
        ${icon('download')}${this.#t('file.template')}
      </button>
      <p class="hint" id="template">${this.#t('file.templateHint')}</p>
    </div>`;
  }

  #progress({ file, share, abort }: { file: File; share: number; abort: AbortController }): TemplateResult {
    const isSent = share >= 1;
    const label = this.#t(isSent ? 'file.reading' : 'file.sending', { name: file.name });
    const cancel = (): void => {
      abort.abort();
      this.sending = undefined;
    };
    return html`<div class="drop sending" aria-busy="true">
      <p class="lead" role="status"><bdi>${label}</bdi></p>
      <progress max="1" value=${share > 0 && !isSent ? share : nothing} aria-label=${label}></progress>
      <p class="hint numbers">
        ${this.#t('file.sent', { sent: this.#size(file.size * share), total: this.#size(file.size) })}
      </p>
      <button class="button" @click=${cancel}>${this.#t('action.cancel')}</button>
    </div>`;
  }

  #problem(): TemplateResult | typeof nothing {
    const { failure } = this;
    if (!failure) return nothing;
    const { title, text, detail, retry } = failure;
    return html`<div class="notice danger" role="alert">
      ${icon('circleAlert')}
      <div>
        <strong>${title}</strong>
        ${text ? html`<p>${text}</p>` : nothing} ${detail ? html`<p class="hint" lang="en" dir="ltr">${detail}</p>` : nothing}
      </div>
      ${retry ? html`<button class="button small" @click=${retry}>${icon('refreshCw')}${this.#t('action.retry')}</button>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-import-start': ImportStart;
  }
}
