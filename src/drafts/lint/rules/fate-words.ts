import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** What people ask about when an account goes: each has a fate of its own. */
export const fateTopics = ['posts', 'comments', 'messages', 'data', 'prizes'] as const;

export type FateTopic = (typeof fateTopics)[number];

interface FateWords extends Readonly<Record<FateTopic, RegExp>> {
  /** What may become of any of them. */
  readonly fate: RegExp;
  /** Before the day up to which messages are answered. */
  readonly until: RegExp;
}

/** Words of those who write about it. A text that has none of them says nothing about it; wrong words are for other rules. */
export const fateWords: Readonly<Record<FarewellLocale, FateWords>> = {
  de: {
    posts: /Beitr[aä]g|Posts?\b|Tweets?\b|Inhalte|veröffentlicht|geschrieben haben|gepostet/iu,
    comments: /Kommentar/iu,
    messages: /Nachricht|Postfach|(?<!\p{L})DMs?(?!\p{L})/u,
    data: /Daten(?!schutz)|Follower/u,
    prizes: /Gewinn|Gutschein|Preis|Verlosung/u,
    fate: /bleib|bewahr|Archiv|(?:ge|auf)?lösch|lassen|nachles|nachzulesen|sicher|verschwind|beantwort|antwort|schließ|führ|speicher|behalten|entfern|gilt|gelten/iu,
    until: /\bbis\b/iu,
  },
  en: {
    posts: /\bposts?\b|\btweets?\b|posted|published|contents?\b/iu,
    comments: /comment/iu,
    messages: /messages?\b|inbox|\bDMs?\b/iu,
    data: /\bdata\b|followers/iu,
    prizes: /prize|voucher|draw\b|raffle|giveaway|competition/iu,
    fate: /stay|keep|kept|remain|archiv|delet|eras|remov|answer|repl|clos|disappear|still (?:be )?read|store|valid|stand/iu,
    until: /\b(?:until|till|up to)\b/iu,
  },
  fr: {
    posts: /publi(?:cation|é)|\bposts?\b|\btweets?\b/iu,
    comments: /commentaire/iu,
    messages: /messag/iu,
    data: /donnée/iu,
    prizes: /\blots?\b|bons? d[’']achat|concours|tirage|gain|prix/iu,
    fate: /rest|conserv|gard|archiv|supprim|effac|relire|répond|ferm|disparaî/iu,
    until: /jusqu/iu,
  },
  es: {
    posts: /publica(?:do|ción|ciones)|\bposts?\b|\btuits?\b/iu,
    comments: /comentario/iu,
    messages: /mensaje|bandeja/iu,
    data: /\bdatos\b/iu,
    prizes: /premio|vale|sorteo/iu,
    fate: /qued|guard|conserv|archiv|elimin|borr|manten|mantien|leyendo|responde|cerra/iu,
    until: /\bhasta\b/iu,
  },
  it: {
    posts: /pubblicat|pubblicazion|\bpost\b|\btweet\b/iu,
    comments: /comment/iu,
    messages: /messagg|casella/iu,
    data: /\bdati\b/iu,
    prizes: /premi|buon[oi]|concors|vincit/iu,
    fate: /rest|conserv|archiv|elimin|cancell|rimoss|rimangono|leggere|rispond|chiud/iu,
    until: /\bfino\b/iu,
  },
  nl: {
    posts: /\bposts?\b|gepost|berichten|geplaatst/iu,
    comments: /reacties/iu,
    messages: /bericht|inbox/iu,
    data: /gegevens|\bdata\b/iu,
    prizes: /prij[sz]|bon(?:nen)?\b|winactie|verloting/iu,
    fate: /blijf|blijv|bewaar|bewar|archi|verwijder|gewist|wissen|lezen|beantwoord|sluit|staan/iu,
    until: /\btot\b/iu,
  },
  pl: {
    posts: /wpis|post|opublikowa/iu,
    comments: /komentarz/iu,
    messages: /wiadomoś|skrzynk/iu,
    data: /dan(?:e|ych)/iu,
    prizes: /nagrod|bon|konkurs|losowan/iu,
    fate: /zosta|zachow|archiw|usu[wń]|usuni|przeczyta|odpowiad|zamyk|przechow/iu,
    until: /\bdo\b/iu,
  },
  pt: {
    posts: /publicá|publicaç|publicou|publicam|\bposts?\b/iu,
    comments: /comentário/iu,
    messages: /mensage/iu,
    data: /\bdados\b/iu,
    prizes: /prémio|prêmio|vale|sorteio|passatempo/iu,
    fate: /fica|guard|conserv|arquiv|apag|elimin|mant|disponív|respond|fecha/iu,
    until: /até/iu,
  },
  tr: {
    posts: /paylaş|gönderi/iu,
    comments: /yorum/iu,
    messages: /mesaj/iu,
    data: /veri/iu,
    prizes: /ödül|çekiliş|kupon|hediye/iu,
    fate: /kal|sakl|arşiv|sil|okun|yanıt|kapat|duruyor/iu,
    until: /kadar/iu,
  },
  ar: {
    posts: /منشور|نشر/u,
    comments: /تعليق/u,
    messages: /رسائل|رسالة/u,
    data: /بيانات/u,
    prizes: /جائزة|جوائز|قسيمة|قسائم|سحب/u,
    fate: /يبقى|تبقى|باق|نحفظ|أرشيف|حذف|نرد|نغلق|قراءة/u,
    until: /حتى/u,
  },
};
