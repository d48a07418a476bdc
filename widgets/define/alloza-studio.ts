import { define } from '../base/define.ts';
import { AllozaStudio } from '../studio/studio.ts';

define('alloza-studio', AllozaStudio);
