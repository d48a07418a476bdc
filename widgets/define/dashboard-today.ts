import { define } from '../base/define.ts';
import { TodayPanel } from '../dashboard/today.ts';

define('alloza-app-today', TodayPanel);
