import { define } from '../base/define.ts';
import { AuthScreen } from '../dashboard/auth/auth.ts';
import { ConfirmEmailPage } from '../dashboard/auth/confirm-email.ts';
import { ForgotPasswordPage } from '../dashboard/auth/forgot-password.ts';
import { JoinPage } from '../dashboard/auth/join.ts';
import { RegisterPage } from '../dashboard/auth/register.ts';
import { ResetPasswordPage } from '../dashboard/auth/reset-password.ts';
import { SignInPage } from '../dashboard/auth/sign-in.ts';
import { VerifyEmailPage } from '../dashboard/auth/verify-email.ts';

define('alloza-app-sign-in', SignInPage);
define('alloza-app-register', RegisterPage);
define('alloza-app-verify-email', VerifyEmailPage);
define('alloza-app-forgot-password', ForgotPasswordPage);
define('alloza-app-reset-password', ResetPasswordPage);
define('alloza-app-confirm-email', ConfirmEmailPage);
define('alloza-app-join', JoinPage);
define('alloza-app-auth', AuthScreen);
