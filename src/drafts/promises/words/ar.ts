import type { PromisePatterns } from '../promise-patterns.ts';

export const arabicPromises: PromisePatterns = {
  'answer-messages': /نرد على الرسائل[^\n]{0,60}?حتى/u,
  'close-inbox': /نغلق صندوق الرسائل/u,
  'delete-messages': /الرسائل[^\n]{0,100}?نحذفها/u,
  'keep-archive': /نحفظ ما نشرناه|متاحًا للقراءة/u,
  'keep-comments': /نحفظ التعليقات/u,
  'content-stays': /يبقى ما نشرناه[^\n]{0,40}?في مكانه/u,
  'comments-stay': /تبقى التعليقات/u,
  'delete-content': /نحذف ما نشرناه/u,
  'delete-comments': /ستُحذف التعليقات/u,
  'keep-account': /حضورنا هناك باقٍ/u,
  'delete-account': /نحذف حضورنا/u,
};
