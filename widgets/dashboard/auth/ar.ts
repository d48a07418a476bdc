import { common } from '../../app/strings/ar.ts';
import type { Translation } from '../../strings/table.ts';
import type { en } from './en.ts';

export const ar: Translation<typeof en> = {
  ...common,
  'auth.email': 'البريد الإلكتروني',
  'auth.password': 'كلمة المرور',
  'auth.newPassword': 'كلمة مرور جديدة',
  'auth.name': 'اسمك',
  'auth.studioName': 'اسم الاستوديو',
  'auth.showPassword': 'إظهار كلمة المرور',
  'auth.hidePassword': 'إخفاء كلمة المرور',
  'auth.passwordHint': 'عشرة أحرف على الأقل. الجملة القصيرة سهلة التذكر.',
  'auth.passwordShort': 'استخدم عشرة أحرف على الأقل.',

  'signIn.title': 'تسجيل الدخول',
  'signIn.action': 'تسجيل الدخول',
  'signIn.forgot': 'هل نسيت كلمة المرور؟',
  'signIn.noAccount': 'جديد هنا؟',
  'signIn.register': 'افتح استوديو',
  'signIn.refused': 'البريد الإلكتروني وكلمة المرور لا يطابقان أي حساب. تحقق منهما ثم أعد المحاولة.',
  'signIn.busy': 'محاولات كثيرة جدًا. انتظر بضع دقائق أو عيّن كلمة مرور جديدة.',
  'signIn.again': 'انتهت جلستك. سجّل الدخول لتتابع من حيث توقفت.',

  'google.or': 'أو',
  'google.action': 'المتابعة عبر Google',
  'google.denied': 'ألغيتَ لدى Google. لم يتغير شيء.',
  'google.expired': 'استغرق ذلك وقتًا طويلًا، أو فُتحت الصفحة مرتين. حاول مرة أخرى.',
  'google.failed': 'تعذر على Google الآن إخبارنا من أنت. حاول مرة أخرى أو استخدم كلمة مرورك.',
  'google.taken': 'حساب Google آخر يسجّل الدخول لهذا العنوان. اختره أو استخدم كلمة مرورك.',
  'google.unproven':
    'لا يؤكد Google أن {email} لك. إن كان لديك حساب فسجّل الدخول بكلمة مرورك مرة واحدة، وبعدها يفتحه Google. وإن كنت جديدًا فافتح استوديو: نرسل رابطًا إلى عنوانك.',

  'register.title': 'افتح الاستوديو الخاص بك',
  'register.text': 'استفسارات من موقعك، في مكان واحد هادئ.',
  'register.hint': 'نرسل إليه رابطًا، وتختار كلمة المرور عند فتحه.',
  'register.action': 'أرسل الرابط',
  'register.haveAccount': 'لديك حساب بالفعل؟',
  'register.sentTitle': 'تحقق من بريدك',
  'register.sentText':
    'إن أمكن لـ {email} فتح استوديو فالرابط في طريقه إليك. افتحه لاختيار كلمة المرور؛ وهو صالح لساعة واحدة.',
  'register.sentAgain': 'استخدام عنوان آخر',

  'verify.title': 'اختر كلمة المرور',
  'verify.text': 'الخطوة الأخيرة. هذا ما سيُفتح:',
  'verify.account': 'حسابك',
  'verify.studio': 'الاستوديو',
  'verify.action': 'افتح الاستوديو',
  'verify.notYou': 'لم تطلب هذا؟ أغلق هذه الصفحة ولن يُفتح شيء.',
  'verify.doneTitle': 'تم فتح الاستوديو',
  'verify.doneText': 'سجّل الدخول بـ {email} للبدء.',
  'verify.invalidTitle': 'لم يعد هذا الرابط صالحًا',
  'verify.invalidText': 'استُخدم من قبل أو انتهت صلاحيته. سجّل من جديد للحصول على رابط آخر، أو سجّل الدخول.',

  'forgot.title': 'تعيين كلمة مرور جديدة',
  'forgot.text': 'أدخل عنوانك ونرسل إليك رابطًا.',
  'forgot.action': 'إرسال الرابط',
  'forgot.sentText': 'إن كان لـ {email} حساب فالرابط في طريقه إليك. وهو صالح لمدة 30 دقيقة.',
  'forgot.back': 'العودة إلى تسجيل الدخول',

  'reset.title': 'اختر كلمة مرور جديدة',
  'reset.text': 'سيؤدي ذلك إلى تسجيل خروجك من كل مكان آخر.',
  'reset.action': 'تعيين كلمة المرور',
  'reset.doneTitle': 'تم تعيين كلمة المرور',
  'reset.doneText': 'سجّل الدخول بها للمتابعة.',
  'reset.invalidTitle': 'لم يعد هذا الرابط صالحًا',
  'reset.invalidText': 'استُخدم من قبل أو انتهت صلاحيته. اطلب رابطًا جديدًا.',
};
