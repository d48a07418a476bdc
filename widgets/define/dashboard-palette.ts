import { define } from '../base/define.ts';
import { CommandPalette } from '../dashboard/palette.ts';

define('alloza-app-palette', CommandPalette);
