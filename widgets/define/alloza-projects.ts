import { define } from '../base/define.ts';
import { AllozaProjects } from '../projects/projects.ts';
import { ProjectsPanel } from '../projects/projects-panel.ts';
import './app-parts.ts';

define('alloza-projects-panel', ProjectsPanel);
define('alloza-projects', AllozaProjects);
