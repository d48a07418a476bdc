import { CopyButton } from '../app/parts/copy-button.ts';
import { AppDialog } from '../app/parts/dialog.ts';
import { AppMenu } from '../app/parts/menu.ts';
import { AppToaster } from '../app/parts/toaster.ts';
import { define } from '../base/define.ts';

define('alloza-app-copy', CopyButton);
define('alloza-app-dialog', AppDialog);
define('alloza-app-menu', AppMenu);
define('alloza-app-toaster', AppToaster);
