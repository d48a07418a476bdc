import { consume } from '@lit/context';
import { type CSSResultGroup, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { type App, appContext, hasRole, type Role } from './app.ts';
import { formatDate, formatInstant, formatWhen } from './format.ts';
import { base } from './styles/base.ts';
import { controls } from './styles/controls.ts';
import { surfaces } from './styles/surfaces.ts';

/**
 * The base of the app's inner elements: the App by context, texts, and dates and money in the person's language.
 * Nothing renders before the App is there.
 */
export abstract class AppElement extends LitElement {
  static override styles: CSSResultGroup = [base, controls, surfaces];

  @consume({ context: appContext, subscribe: true })
  @property({ attribute: false })
  app!: App;

  /** Unused by inner elements: they find the chosen `lang` in the outermost element of the app. */
  readonly chosenLocale = undefined;

  abstract readonly language: { readonly locale: string; readonly dir: 'ltr' | 'rtl' };

  protected get locale(): string {
    return this.language.locale;
  }

  protected get rtl(): boolean {
    return this.language.dir === 'rtl';
  }

  protected get timeZone(): string {
    return this.app.workspace.timeZone;
  }

  protected may(role: Role): boolean {
    return hasRole(this.app.membership.role, role);
  }

  protected when(instant: string): string {
    return formatWhen(instant, this.app.now(), this.locale, this.timeZone);
  }

  protected instant(instant: string): string {
    return formatInstant(instant, this.locale, this.timeZone);
  }

  protected date(date: string): string {
    return formatDate(date, this.locale);
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.app !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before: App | undefined = changed.get('app');
    if (changed.has('app') && before?.api !== this.app.api) this.studioChanged();
  }

  /** The App is there for the first time, or belongs to another studio now: load. */
  protected studioChanged(): void {}
}
