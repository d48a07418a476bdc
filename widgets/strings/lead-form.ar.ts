import type { leadFormEn } from './lead-form.en.ts';
import type { Translation } from './table.ts';

export const leadFormAr: Translation<typeof leadFormEn> = {
  loading: 'جارٍ تحميل النموذج',
  optional: 'اختياري',
  choose: 'اختر',
  yes: 'نعم',
  no: 'لا',
  from: 'من',
  to: 'إلى',
  undecided: 'لا يوجد تاريخ بعد',
  flexible: 'يمكن تغيير التاريخ',
  consent: 'موافقتك (اختيارية)',
  goesTo: 'تصل رسالتك إلى {studio} ولا تصل إلى أي جهة أخرى.',
  sending: 'جارٍ الإرسال',
  offline: 'أنت غير متصل بالإنترنت. كل ما كتبته محفوظ هنا؛ أرسله عند عودة الاتصال.',
  unreachable: 'تعذّر الوصول إلى الاستوديو. كل ما كتبته ما زال هنا.',
  loadFailed: 'تعذّر تحميل النموذج.',
  loadOffline: 'أنت غير متصل بالإنترنت. سيُحمَّل النموذج عند عودة الاتصال.',
  tryAgain: 'حاول مرة أخرى',
  reference: 'المرجع: \u2066{requestId}\u2069',
};
