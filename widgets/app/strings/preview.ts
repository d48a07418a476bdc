import { StringTable } from '../../strings/table.ts';

const en = {
  'preview.title': 'Preview, as visitors see it',
  'preview.dark': 'Show on dark ground',
  'preview.light': 'Show on light ground',
} as const;

const de = {
  'preview.title': 'Vorschau, wie Besucher es sehen',
  'preview.dark': 'Auf dunklem Grund zeigen',
  'preview.light': 'Auf hellem Grund zeigen',
};

const ar = {
  'preview.title': 'معاينة كما يراها الزوار',
  'preview.dark': 'العرض على خلفية داكنة',
  'preview.light': 'العرض على خلفية فاتحة',
};

export const previewTexts = new StringTable(en, { de: async () => de, ar: async () => ar });
