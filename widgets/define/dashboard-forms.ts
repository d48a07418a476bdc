import { FormPreview } from '../app/form-preview.ts';
import { define } from '../base/define.ts';
import { CreateFormDialog } from '../dashboard/forms/create-dialog.ts';
import { DeleteFormDialog } from '../dashboard/forms/delete-dialog.ts';
import { FormDesigner } from '../dashboard/forms/designer.ts';
import { FormEmbed } from '../dashboard/forms/embed.ts';
import { FieldList } from '../dashboard/forms/field-list.ts';
import { FormsPanel } from '../dashboard/forms/forms.ts';
import './alloza-lead-form.ts';
import './app-parts.ts';

define('alloza-form-preview', FormPreview);
define('alloza-field-list', FieldList);
define('alloza-create-form', CreateFormDialog);
define('alloza-delete-form', DeleteFormDialog);
define('alloza-form-embed', FormEmbed);
define('alloza-form-designer', FormDesigner);
define('alloza-app-forms', FormsPanel);
