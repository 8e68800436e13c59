import type { PromisePatterns } from '../promise-patterns.ts';

export const turkishPromises: PromisePatterns = {
  'answer-messages': /mesajları[^\n]{0,50}?kadar yanıtlıyoruz/iu,
  'close-inbox': /kutusunu kapatıyoruz/iu,
  'delete-messages': /mesajları[^\n]{0,100}?ardından\s{1,3}siliyoruz/iu,
  'keep-archive': /paylaştıklarımızı[^\n]{0,15}?arşivimizde saklıyoruz|paylaştıklarımız[^\n]{0,80}?okunabilir/iu,
  'keep-comments': /yorumları arşivimizde saklıyoruz/iu,
  'content-stays': /paylaştıklarımız yerinde kalıyor/iu,
  'comments-stay': /yorumlar olduğu gibi kalıyor/iu,
  'delete-content': /paylaştıklarımızı siliyoruz/iu,
  'delete-comments': /yorumlar silinecek/iu,
  'delete-account': /hesab(?:ımızı|larımızı)\s{1,3}siliyoruz|hesaplarımızı siliyoruz/iu,
};
