import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** What an exit is about: the account itself, and what lies there. */
export const exitThings = ['account', 'posts', 'comments', 'messages'] as const;

export type ExitThing = (typeof exitThings)[number];

export interface ExitWords extends Readonly<Record<ExitThing, RegExp>> {
  readonly deletes: RegExp;
  /** That something is still there afterwards. */
  readonly keeps: RegExp;
  /** It is not so, or somebody else does it, or only up to a day: then nothing follows from the words. */
  readonly unclear: RegExp;
  /** Between two things that are said in one breath. */
  readonly and: RegExp;
}

export const exitWords: Readonly<Record<FarewellLocale, ExitWords>> = {
  de: {
    account: /(?<!\p{L})(?:Konto|Konten|\p{L}*[Aa]ccounts?|Auftritte?|Profile?|Kanal|Kanäle|Präsenz)(?!\p{L})/u,
    posts: /(?<!\p{L})(?:Beiträge|Posts|Tweets|veröffentlicht|gepostet)(?!\p{L})/iu,
    comments: /Kommentare/iu,
    messages: /Nachrichten|Direktnachrichten/iu,
    deletes: /(?<!\p{L})(?:lösch(?:en|t)|gelöscht)(?!\p{L})/iu,
    keeps: /(?<!\p{L})(?:behalten|bleib(?:t|en)|stillgelegt|eingefroren)(?!\p{L})/iu,
    unclear:
      /(?<!\p{L})(?:nicht|nie|kein\p{L}*|statt|Ihr\p{L}*|[Dd]ein\p{L}*|[Ee]ue?r\p{L}*|Sie|[Ff]remd\p{L}*|bis|noch|ob|würden?)(?!\p{L})/u,
    and: /\s(?:und|aber|sondern)\s/iu,
  },
  en: {
    account: /\b(?:accounts?|presence|profiles?|channel)\b/iu,
    posts: /\b(?:posts|tweets|posted|published)\b/iu,
    comments: /\bcomments\b/iu,
    messages: /\bmessages\b|\bDMs\b/iu,
    deletes: /\b(?:delet(?:e|es|ed|ing)|eras(?:e|ed|ing))\b/iu,
    keeps: /\b(?:keep(?:ing)?|stays?|remains?|frozen|freeze|freezing)\b/iu,
    unclear: /\b(?:not|no|never|nor|instead|your|yours|you|until|till|if|whether|would)\b|n[’']t\b/iu,
    and: /\s(?:and|but)\s/iu,
  },
  fr: {
    account: /(?<!\p{L})(?:comptes?|présence|profils?)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:publications|publié)(?!\p{L})/iu,
    comments: /commentaires/iu,
    messages: /(?<!\p{L})messages(?!\p{L})/iu,
    deletes: /supprim|effac/iu,
    keeps: /gard(?:ons|erons)|conserv(?:ons|erons)|(?<!\p{L})rest(?:e|ent|era|eront)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:ne|pas|sans|votre|vos|vous|ton|ta|tes|jusqu|si)(?!\p{L})|n[’']/iu,
    and: /\s(?:et|mais)\s/iu,
  },
  es: {
    account: /(?<!\p{L})(?:cuentas?|presencia|perfil(?:es)?)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:publicaciones|publicado)(?!\p{L})/iu,
    comments: /comentarios/iu,
    messages: /mensajes/iu,
    deletes: /(?<!\p{L})(?:elimin|borr)/iu,
    keeps: /(?<!\p{L})(?:conserv(?:amos|aremos)|mantenemos|mantendremos|queda)/iu,
    unclear: /(?<!\p{L})(?:no|nunca|sin|su|sus|tu|tus|vuestr\p{L}*|usted|hasta|si)(?!\p{L})/iu,
    and: /\s(?:y|e|pero|sino)\s/iu,
  },
  it: {
    account: /(?<!\p{L})(?:account|profil[oi]|presenza)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:post|pubblicato)(?!\p{L})/iu,
    comments: /commenti/iu,
    messages: /messaggi/iu,
    deletes: /(?<!\p{L})(?:cancell|elimin|rimoss|rimuov)/iu,
    keeps: /(?<!\p{L})(?:resta|restano|conserviamo|manteniamo|teniamo)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:non|mai|senza|Suo|Sua|tuo|tua|vostr\p{L}*|fino|se)(?!\p{L})/iu,
    and: /\s(?:e|ed|ma)\s/iu,
  },
  nl: {
    account: /(?<!\p{L})(?:accounts?|profiel(?:en)?|aanwezigheid)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:posts|gepost)(?!\p{L})/iu,
    comments: /reacties/iu,
    messages: /(?<!\p{L})(?:berichten|privéberichten)(?!\p{L})/iu,
    deletes: /(?<!\p{L})(?:verwijder|gewist|wissen)/iu,
    keeps: /(?<!\p{L})(?:houden|behouden|blijf[t]?|blijven)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:niet|geen|nooit|uw|u|je|jouw|jullie|tot|als)(?!\p{L})/iu,
    and: /\s(?:en|maar)\s/iu,
  },
  pl: {
    account: /(?<!\p{L})(?:kont[oa]|profil(?:e)?|naszego miejsca)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:wpisy|opublikowaliśmy)(?!\p{L})/iu,
    comments: /komentarze/iu,
    messages: /wiadomości/iu,
    deletes: /(?<!\p{L})(?:usuwamy|usuniemy|usunięt\p{L}*|skasuj\p{L}*|kasujemy)/iu,
    keeps: /(?<!\p{L})(?:zachowujemy|zachowamy|zostaje|zostają|zostawiamy|pozostaje)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:nie|bez|Państwa|Państwu|Twój|Twoje|Wasz\p{L}*|do|jeśli|czy)(?!\p{L})/iu,
    and: /\s(?:i|a|ale)\s/iu,
  },
  pt: {
    account: /(?<!\p{L})(?:contas?|presença|perfil|perfis)(?!\p{L})/iu,
    posts: /(?<!\p{L})(?:publicações|publicámos)(?!\p{L})/iu,
    comments: /comentários/iu,
    messages: /mensagens/iu,
    deletes: /(?<!\p{L})(?:apag|elimin)/iu,
    keeps: /(?<!\p{L})(?:mantemos|manteremos|fica|ficam|conservamos)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:não|nunca|sem|sua|seu|suas|seus|tua|teu|vossa?s?|até|se)(?!\p{L})/iu,
    and: /\s(?:e|mas)\s/iu,
  },
  tr: {
    account: /(?<!\p{L})(?:hesa(?:p|b)\p{L}*|profil\p{L}*)/iu,
    posts: /(?<!\p{L})(?:paylaştıklarımız\p{L}*|paylaşımlarımız\p{L}*|gönderilerimiz\p{L}*)/iu,
    comments: /yorumlar/iu,
    messages: /mesajlar/iu,
    deletes: /(?<!\p{L})(?:siliyoruz|sileceğiz|silinecek|silinir)(?!\p{L})/iu,
    keeps: /(?<!\p{L})(?:duruyor|kalıyor|kalacak|koruyoruz)(?!\p{L})/iu,
    unclear: /(?<!\p{L})(?:değil|yok|hesabınız\p{L}*|kadar|eğer)(?!\p{L})/iu,
    and: /\s(?:ve|ama)\s/iu,
  },
  ar: {
    account: /الحساب|حسابنا|حضورنا/u,
    posts: /منشوراتنا|نشرناه/u,
    comments: /التعليقات/u,
    messages: /الرسائل/u,
    deletes: /(?<!\p{L})و?(?:س?نحذف|ستُحذف|سيُحذف|ستحذف|سيحذف)/u,
    keeps: /(?<!\p{L})(?:باقٍ|باق|يبقى|تبقى|سيبقى|نحتفظ)(?!\p{L})/u,
    unclear: /(?<!\p{L})(?:لا|لن|ليس|لم|حتى|حسابك|حسابكم|إذا)(?!\p{L})/u,
    and: /،|\sثم\s/u,
  },
};
