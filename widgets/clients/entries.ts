import { property } from 'lit/decorators.js';
import { RecordEntries } from '../app/record/entries.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientPatch } from './client-fields.ts';
import { entryKinds } from './entry-kinds.ts';
import { type ClientText, clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/** The contacts or the addresses of a client. */
export class ClientEntries extends RecordEntries<Client, ClientPatch, ClientText> {
  @property() list: 'contacts' | 'addresses' = 'contacts';

  readonly language = new LanguageController(this, clientTexts);

  protected override get kind() {
    return entryKinds[this.list];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-entries': ClientEntries;
  }
}
