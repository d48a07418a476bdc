import type { Translation } from '../../../strings/table.ts';
import type { record as en } from './en.ts';

export const record: Translation<typeof en> = {
  'conflict.title': 'عدّله شخص آخر',
  'conflict.text': 'تغيّر «{field}» أثناء كتابتك.',
  'conflict.theirs': 'المحفوظ: {value}',
  'conflict.yours': 'ما كتبته: {value}',
  'conflict.keepTheirs': 'إبقاء المحفوظ',
  'conflict.keepYours': 'استخدام ما كتبته',

  'timeline.title': 'ما حدث',
  'timeline.note': 'إضافة ملاحظة',
  'timeline.notePlaceholder': 'ماذا قيل، وما الخطوة التالية',
  'timeline.people': 'أشخاص للإشارة إليهم',
  'timeline.addNote': 'إضافة الملاحظة',
  'timeline.editNote': 'تعديل الملاحظة',
  'timeline.deleteNote': 'حذف الملاحظة',
  'timeline.noteDeleted': 'حُذفت الملاحظة',
  'timeline.edited': 'معدّلة',
  'timeline.deleted': 'حُذف',
  'timeline.restored': 'استُعيد',
  'timeline.updated': 'تغيّر: {fields}',
  'timeline.mailSent': 'أُرسل بريد',
  'timeline.other': 'تغيّر',
  'timeline.visitor': 'زائر',
  'timeline.system': 'تلقائي',
  'timeline.key': 'مفتاح واجهة',

  'sheet.close': 'إغلاق',
  'sheet.expand': 'توسيع',
  'sheet.shrink': 'تضييق',
  'sheet.history': 'السجل',
  'sheet.copyLink': 'نسخ الرابط',
  'sheet.yes': 'نعم',
  'sheet.no': 'لا',
  'sheet.empty': 'فارغ',

  'action.failed': 'لم ينجح ذلك. {reason}',
  'action.restore': 'استعادة',

  'live.connecting': 'جارٍ الاتصال',
  'live.waiting': 'غير مباشر: تجري محاولة الاتصال من جديد',

  'empty.filtered.title': 'لا شيء يطابق',
  'empty.own.text': 'يظهر هنا ما يخص الأعمال المسندة إليك.',

  'shortcut.note': 'كتابة ملاحظة',

  'record.deleted': 'حُذف {name}',
  'record.restored': 'استُعيد {name}',
  'record.changedElsewhere': 'عُدّل {name} في مكان آخر في هذه الأثناء. ترى الآن أحدث نسخة.',

  'list.clearSearch': 'مسح البحث',
  'list.removeFilter': 'إزالة التصفية {name}',
  'list.clearFilters': 'إزالة عوامل التصفية',
  'list.order': 'الترتيب',
  'list.newest': 'الأحدث أولًا',
  'list.oldest': 'الأقدم أولًا',

  'drag.picked': 'رُفع {name} من {place}. الأسهم تنقل، والمسافة تُفلت، وEscape يلغي.',
  'drag.over': '{place}، الموضع {position}.',
  'drag.overClose': '{place}.',
  'drag.dropped': 'نُقل {name} إلى {place}.',
  'drag.cancelled': 'أُلغي النقل. يبقى {name} في {place}.',
  'card.help': 'مفتاح الإدخال يفتح. مفتاح المسافة يرفع البطاقة لنقلها بمفاتيح الأسهم.',
  'column.more': 'المزيد في {name}',
  'list.countMore': '+{count}',

  'entry.first': 'وضع {name} أولًا',
  'entry.edit': 'تعديل {name}',
  'entry.remove': 'إزالة {name}',
  'tags.add': 'إضافة وسم',
  'tags.remove': 'إزالة الوسم {tag}',

  'transfer.label': 'إجراءات أخرى لهذه القائمة',
  'transfer.import': 'استيراد من CSV',
  'transfer.export': 'تصدير بصيغة CSV',
  'transfer.exportHint': 'القائمة كما هي مرشّحة الآن',
  'transfer.exporting': 'يجري إعداد التصدير',
  'transfer.exported': 'نُزّل {file}',
};
