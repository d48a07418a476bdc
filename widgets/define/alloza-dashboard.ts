import { define } from '../base/define.ts';
import { CreateStudioDialog } from '../dashboard/create-studio.ts';
import { AllozaDashboard } from '../dashboard/dashboard.ts';
import { ShortcutsDialog } from '../dashboard/shortcuts-dialog.ts';
import './app-parts.ts';

define('alloza-app-shortcuts', ShortcutsDialog);
define('alloza-app-create-studio', CreateStudioDialog);
define('alloza-dashboard', AllozaDashboard);
