import { define } from '../base/define.ts';
import { AllozaLeadForm } from '../lead-form/lead-form.ts';

define('alloza-lead-form', AllozaLeadForm);
