import { define } from '../base/define.ts';
import { TasksPanel } from '../dashboard/my-tasks.ts';

define('alloza-app-tasks', TasksPanel);
