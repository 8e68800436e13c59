import type { FarewellLocale } from '../../model/farewell/locale.ts';

/** The words round the text of a mail, in the language of whoever gets it. */
export interface MailWords {
  readonly imprint: string;
  readonly privacy: string;
  readonly unsubscribe: string;
  readonly pressContact: string;
}

const words = (imprint: string, privacy: string, unsubscribe: string, pressContact: string): MailWords => ({
  imprint,
  privacy,
  unsubscribe,
  pressContact,
});

/** German and English are written by hand, the others want a native reader, as the drafts in these languages do. */
export const mailWords: Readonly<Record<FarewellLocale, MailWords>> = {
  de: words('Impressum', 'Datenschutz', 'Newsletter abbestellen', 'Pressekontakt'),
  en: words('Imprint', 'Privacy', 'Unsubscribe', 'Press contact'),
  fr: words('Mentions légales', 'Confidentialité', 'Se désabonner', 'Contact presse'),
  es: words('Aviso legal', 'Privacidad', 'Darse de baja', 'Contacto de prensa'),
  it: words('Note legali', 'Privacy', 'Annulla l’iscrizione', 'Contatto stampa'),
  nl: words('Colofon', 'Privacy', 'Afmelden', 'Perscontact'),
  pl: words('Nota prawna', 'Prywatność', 'Rezygnacja z newslettera', 'Kontakt dla mediów'),
  pt: words('Aviso legal', 'Privacidade', 'Cancelar subscrição', 'Contacto para a imprensa'),
  tr: words('Künye', 'Gizlilik', 'Abonelikten çık', 'Basın iletişim'),
  ar: words('بيانات الناشر', 'الخصوصية', 'إلغاء الاشتراك', 'للتواصل الصحفي'),
};
