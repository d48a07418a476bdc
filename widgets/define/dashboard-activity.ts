import { ActivityPanel } from '../activity/activity-panel.ts';
import { ChangeFeed } from '../activity/change-feed.ts';
import { RecordHistory } from '../activity/record-history.ts';
import { define } from '../base/define.ts';

define('alloza-app-changes', ChangeFeed);
define('alloza-app-activity', ActivityPanel);
define('alloza-app-record-history', RecordHistory);
