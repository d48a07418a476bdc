import { define } from '../base/define.ts';
import { ImportColumns } from '../import/columns.ts';
import { ImportPage } from '../import/import-page.ts';
import { ImportPanel } from '../import/import-panel.ts';
import { ImportStart } from '../import/import-start.ts';
import { PastImports } from '../import/past-imports.ts';
import { ImportRows } from '../import/rows.ts';
import './app-parts.ts';

define('alloza-import-columns', ImportColumns);
define('alloza-import-rows', ImportRows);
define('alloza-import-page', ImportPage);
define('alloza-past-imports', PastImports);
define('alloza-import-start', ImportStart);
define('alloza-app-import', ImportPanel);
