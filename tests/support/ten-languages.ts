import type { FarewellText } from '../../src/model/farewell/locale.ts';

/** Facts of an exit as brands write them, in each of the ten languages. */
export const dataIn: FarewellText = {
  de: 'Private Nachrichten löschen wir nach 30 Tagen.',
  en: 'We delete private messages after 30 days.',
  fr: 'Nous supprimons les messages privés au bout de 30 jours.',
  es: 'Borramos los mensajes privados al cabo de 30 días.',
  it: 'Cancelliamo i messaggi privati dopo 30 giorni.',
  nl: 'Privéberichten verwijderen we na 30 dagen.',
  pl: 'Wiadomości prywatne usuwamy po 30 dniach.',
  pt: 'Apagamos as mensagens privadas ao fim de 30 dias.',
  tr: 'Özel mesajları 30 gün sonra siliyoruz.',
  ar: 'نحذف الرسائل الخاصة بعد 30 يومًا.',
};

export const staysIn: FarewellText = {
  de: 'Unsere Läden bleiben, wo sie sind.',
  en: 'Our shops stay where they are.',
  fr: 'Nos magasins restent où ils sont.',
  es: 'Nuestras tiendas siguen donde están.',
  it: 'I nostri negozi restano dove sono.',
  nl: 'Onze winkels blijven waar ze zijn.',
  pl: 'Nasze sklepy zostają tam, gdzie są.',
  pt: 'As nossas lojas continuam onde estão.',
  tr: 'Mağazalarımız yerinde kalıyor.',
  ar: 'تبقى متاجرنا في أماكنها.',
};

export const newsletterIn: FarewellText = {
  de: 'unser Newsletter',
  en: 'our newsletter',
  fr: 'notre lettre d’information',
  es: 'nuestro boletín',
  it: 'la nostra newsletter',
  nl: 'onze nieuwsbrief',
  pl: 'nasz newsletter',
  pt: 'a nossa newsletter',
  tr: 'bültenimiz',
  ar: 'نشرتنا البريدية',
};

export const hoursIn: FarewellText = {
  de: 'montags bis freitags von 9 bis 17 Uhr',
  en: 'Monday to Friday, 9 am to 5 pm',
  fr: 'du lundi au vendredi, de 9 h à 17 h',
  es: 'de lunes a viernes, de 9:00 a 17:00 h',
  it: 'dal lunedì al venerdì, dalle 9 alle 17',
  nl: 'maandag tot en met vrijdag van 9 tot 17 uur',
  pl: 'od poniedziałku do piątku, 9–17',
  pt: 'de segunda a sexta, das 9h às 17h',
  tr: 'hafta içi 9–17',
  ar: 'من الاثنين إلى الجمعة، من 9 إلى 17',
};
