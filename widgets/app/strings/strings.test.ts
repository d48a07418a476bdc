import { expect } from '@open-wc/testing';
import * as activityAr from '../../activity/strings/ar.ts';
import * as activityDe from '../../activity/strings/de.ts';
import * as activityEn from '../../activity/strings/en.ts';
import * as authAr from '../../dashboard/auth/ar.ts';
import * as authDe from '../../dashboard/auth/de.ts';
import * as authEn from '../../dashboard/auth/en.ts';
import * as formsAr from '../../dashboard/forms/strings/ar.ts';
import * as formsDe from '../../dashboard/forms/strings/de.ts';
import * as formsEn from '../../dashboard/forms/strings/en.ts';
import * as shellAr from '../../dashboard/strings/ar.ts';
import * as shellDe from '../../dashboard/strings/de.ts';
import * as shellEn from '../../dashboard/strings/en.ts';
import * as leadsAr from '../../leads/strings/ar.ts';
import * as leadsDe from '../../leads/strings/de.ts';
import * as leadsEn from '../../leads/strings/en.ts';
import * as settingsAr from '../../settings/strings/ar.ts';
import * as settingsDe from '../../settings/strings/de.ts';
import * as settingsEn from '../../settings/strings/en.ts';
import type { Text, Texts } from '../../strings/table.ts';

const areas: [string, Texts, { de: Texts; ar: Texts }][] = [
  ['sign-in', authEn.en, { de: authDe.de, ar: authAr.ar }],
  ['forms', formsEn.en, { de: formsDe.de, ar: formsAr.ar }],
  ['shell', shellEn.en, { de: shellDe.de, ar: shellAr.ar }],
  ['leads', leadsEn.en, { de: leadsDe.de, ar: leadsAr.ar }],
  ['activity', activityEn.en, { de: activityDe.de, ar: activityAr.ar }],
  ['settings', settingsEn.en, { de: settingsDe.de, ar: settingsAr.ar }],
];

const forms = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: Text) => new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe('the app’s texts', () => {
  for (const [area, en, translations] of areas) {
    for (const [language, table] of Object.entries(translations)) {
      it(`keep every placeholder: ${area}, ${language}`, () => {
        for (const [key, text] of Object.entries(en)) {
          expect([...placeholders(table[key]!)].sort(), key).to.deep.equal([...placeholders(text)].sort());
        }
      });

      it(`are really translated: ${area}, ${language}`, () => {
        const same = Object.entries(en).filter(([key, text]) => {
          const words = typeof text === 'string' ? text.replace(/\{\w+\}/g, '') : text.other;
          return /[a-z]{4,} [a-z]{2,}/i.test(words) && JSON.stringify(table[key]) === JSON.stringify(text);
        });
        expect(same.map(([key]) => key)).to.deep.equal([]);
      });
    }

    it(`have every plural form that Arabic needs: ${area}`, () => {
      for (const [key, text] of Object.entries(translations.ar)) {
        if (typeof text !== 'string')
          expect(text, key).to.include.all.keys('zero', 'one', 'two', 'few', 'many', 'other');
      }
    });

    it(`have no exclamation marks: ${area}`, () => {
      for (const table of [en, ...Object.values(translations)]) {
        for (const [key, text] of Object.entries(table)) expect(forms(text).join(' '), key).not.to.match(/[!¡]/);
      }
    });
  }
});
