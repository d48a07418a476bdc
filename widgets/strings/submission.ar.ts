import type { submissionEn } from './submission.en.ts';
import type { Translation } from './table.ts';

export const submissionAr: Translation<typeof submissionEn> = {
  reply: 'سيصلك رد {studio} على {contact}.',
  another: 'كتابة طلب آخر',
  thanksTitle: 'وصل طلبك',
  thanksMessage: 'سيقرأ الاستوديو طلبك ويعود إليك.',
  needsLook: {
    zero: 'لا توجد إجابات تحتاج إلى مراجعة.',
    one: 'إجابة واحدة تحتاج إلى مراجعة.',
    two: 'إجابتان تحتاجان إلى مراجعة.',
    few: '{count} إجابات تحتاج إلى مراجعة.',
    many: '{count} إجابة تحتاج إلى مراجعة.',
    other: '{count} إجابة تحتاج إلى مراجعة.',
  },
  missing: 'يرجى ملء هذا الحقل.',
  missingChoice: 'يرجى اختيار إجابة.',
  contact: 'اترك بريدًا إلكترونيًا أو رقم هاتف ليتمكن الاستوديو من الرد.',
  badEmail: 'اكتب العنوان كاملًا، مثل ana@example.com.',
  badPhone: 'اكتب الرقم مع رمز المنطقة، مثل \u2066+49 30 1234567\u2069.',
  badDate: 'اكتب التاريخ كاملًا: اليوم والشهر والسنة.',
  badNumber: 'اكتب رقمًا، مثل 80.',
  badWhole: 'اكتب رقمًا صحيحًا بين 0 و{max}.',
  badAmount: 'اكتب مبلغًا، مثل {example}.',
  badOrder: 'المبلغ الثاني أصغر من الأول.',
  tooLong: 'يرجى الاختصار إلى {max} حرفًا؛ النص الحالي {length}.',
  refused: 'تعذّر على الاستوديو قبول هذه الإجابة. يرجى مراجعتها.',
  failed: 'لم تنجح العملية. كل ما كتبته ما زال هنا.',
  tooMany: 'محاولات كثيرة من اتصالك. انتظر بضع دقائق ثم أعد الإرسال.',
  notHere: 'هذا النموذج غير مُعَدّ لهذا الموقع، لذلك لا يمكن إرساله.',
};
