import type { Translation } from '../../../strings/table.ts';
import type { connections as en } from './en.ts';

export const connections: Translation<typeof en> = {
  'connections.title': 'الاتصالات',
  'connections.text': 'حسابات الاستوديو لدى خدمات أخرى يجوز لـ Alloza أن يعمل فيها.',
  'connections.ownersOnly': 'مالك الاستوديو وحده يرى اتصالاته وينهيها.',
  'connections.google': 'Google',
  'connections.google.text': 'يزامن تقويم الاستوديو مع تقويم Google، ويقرأ بريد حسابه في Gmail ويرسل منه.',
  'connections.instagram': 'Instagram',
  'connections.instagram.text': 'يجلب الرسائل المباشرة لحساب الاستوديو في Instagram إلى صندوق الوارد ويرسل الردود.',
  'connections.stripe': 'Stripe',
  'connections.stripe.text': 'يستلم مدفوعات الفواتير والعربون. تذهب الأموال إلى حساب الاستوديو نفسه لدى Stripe.',
  'connections.emptyTitle': 'لا شيء متصل',
  'connections.emptyText':
    'لا يعمل Alloza في أي حساب آخر لهذا الاستوديو. كل ما يتصل يظهر هنا: لمن الحساب، ومنذ متى، ومن وصله، وهل يعمل. يمكنك إنهاؤه في أي وقت.',
  'connections.known': 'خدمات يمكن للاستوديو وصلها',
  'connections.others': 'غير متصل',
  'connections.howTo':
    'توصل كل خدمة من الجزء الذي يستخدمها في Alloza: Google من التقويم، وInstagram من صندوق الوارد، وStripe من الفواتير. لا تتضمن هذه النسخة أيًا من هذه الأجزاء، فلا شيء لوصله بعد.',
  'connections.connected': 'متصل',
  'connections.reconnect': 'لم يعد يعمل',
  'connections.account': 'الحساب',
  'connections.since': 'اتصل',
  'connections.sinceBy': '{when} بواسطة {name}',
  'connections.lastSync': 'آخر تبادل',
  'connections.never': 'لا شيء بعد',
  'connections.scopes': 'ما وُوفق عليه',
  'connections.dead': 'لم تعد الخدمة تقبل الموافقة. لا يُتبادل شيء حتى توصل من جديد.',
  'connections.failed': 'فشل آخر تبادل. تُعاد المحاولة تلقائيًا.',
  'connections.disconnect': 'فصل',
  'connections.disconnectLabel': 'فصل {service}',
  'connections.askTitle': 'فصل {service}؟',
  'connections.askText':
    'ينسى Alloza وصوله إلى {account} فورًا، ولا يُتبادل شيء بعد ذلك. لاستئنافه يجب أن يوافق أحدهم لدى {service} من جديد.',
  'connections.done': 'فُصل {service}',
  'connections.personal': 'تسجيل الدخول عبر Google يخصك أنت لا الاستوديو. تربطه في',
};
