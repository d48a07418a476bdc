import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { textField } from '../../app/fields.ts';
import { icon } from '../../app/icons.ts';
import { signIn } from '../sign-in-request.ts';
import { AuthPage } from './page.ts';

/**
 * Sign-in by e-mail and password, or by Google; afterwards back to where the person wanted to go.
 *
 * @event app-signed-in
 */
export class SignInPage extends AuthPage {
  @state() private email = '';
  @state() private password = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.email = this.handed.get('email') ?? this.navigator.query.get('email') ?? '';
  }

  readonly #submit = (event: Event): void => {
    void this.form.submit(event, {
      check: () => ({
        ...this.fieldErrors({ email: this.email }),
        ...(this.password ? {} : { password: this.t('field.required') }),
      }),
      send: () => this.#send(),
    });
  };

  async #send(): Promise<void> {
    this.refusal = '';
    const result = await signIn(this.connection, this.email.trim(), this.password, this.handed.get('link') ?? '');
    if (result === 'done') {
      this.dispatchEvent(new CustomEvent('app-signed-in'));
      this.navigator.go(this.goesOnTo, {
        replace: true,
      });
      return;
    }
    const texts = {
      refused: this.t('signIn.refused'),
      busy: this.t('signIn.busy'),
      offline: this.t('problem.offline.text'),
      broken: this.t('problem.broken.text'),
    };
    this.refusal = texts[result];
    await this.updateComplete;
    if (result === 'refused') this.renderRoot.querySelector<HTMLInputElement>('#password')?.select();
  }

  override render() {
    const again = this.navigator.query.has('next') && !this.refusal;
    return this.frame(
      html`
        ${this.heading(this.t('signIn.title'))}
        ${again ? html`<div class="notice">${icon('info')}<div>${this.t('signIn.again')}</div></div>` : nothing}
        ${this.fromGoogle()}
        <div role="alert" ?hidden=${!this.refusal}>
          ${
            this.refusal
              ? html`<div class="notice danger">${icon('circleAlert')}<div>${this.refusal}</div></div>`
              : nothing
          }
        </div>
        <form class="form" novalidate @submit=${this.#submit}>
          ${textField({
            name: 'email',
            label: this.t('auth.email'),
            value: this.email,
            type: 'email',
            autocomplete: 'username',
            required: true,
            autofocus: !this.email,
            dir: 'ltr',
            error: this.form.errors.email,
            input: (value) => {
              this.email = value;
              this.form.touch('email');
            },
          })}
          ${this.passwordField({
            label: this.t('auth.password'),
            value: this.password,
            autocomplete: 'current-password',
            beside: this.link('forgot-password', this.t('signIn.forgot')),
            input: (value) => {
              this.password = value;
              this.form.touch('password');
            },
          })}
          ${this.submitButton(this.t('signIn.action'))}
        </form>
        ${this.googleButton()}
      `,
      html`${this.t('signIn.noAccount')} ${this.link('register', this.t('signIn.register'))}`,
    );
  }
}
