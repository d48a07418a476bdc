import { define } from '../base/define.ts';
import { AllozaClients } from '../clients/clients.ts';
import { ClientsPanel } from '../clients/clients-panel.ts';
import './app-parts.ts';

define('alloza-clients-panel', ClientsPanel);
define('alloza-clients', AllozaClients);
