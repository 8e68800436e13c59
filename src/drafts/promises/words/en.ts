import type { PromisePatterns } from '../promise-patterns.ts';

export const englishPromises: PromisePatterns = {
  'answer-messages':
    /\bwe(?:[’']ll| will)?(?: still| go on| keep)? (?:answer|answering|read|reading|reply to|replying to)\b[^\n]{0,40}?\b(?:messages|DMs|comments|questions|mails?)\b[^\n]{0,60}?\b(?:until|till|up to|through)\b|\bmessages\b[^\n]{0,30}?\b(?:are|will be) answered\b[^\n]{0,30}?\b(?:until|till|up to|through)\b/iu,
  'close-inbox':
    /\bwe(?:[’']ll| will| are)? (?:then )?clos(?:e|ing)\b[^\n]{0,20}?\b(?:inbox|messages|DMs)\b|\binbox\b[^\n]{0,20}?\b(?:closes|will be closed|will close)\b/iu,
  'delete-messages':
    /\bmessages\b[^\n]{0,100}?(?:\bwe(?:[’']ll| will| are)? (?:then |also )?(?:delet|eras)(?:e|ing)\b|\b(?:will be|are) (?:then )?(?:deleted|erased)\b)|\bwe(?:[’']ll| will| are)? (?:then |also )?(?:delet|eras)(?:e|ing)\b[^\n]{0,30}?\b(?:messages|inbox|DMs)\b/iu,
  'keep-archive':
    /\bwe(?:[’']re| are|[’']ll| will)? (?:keep|keeping|preserve|preserving)\b[^\n]{0,80}?\barchive|\bwe(?:[’']re| are|[’']ll| will)? archiv(?:e|ing)\b|\barchive\b[^\n]{0,20}?\b(?:stays|remains|will (?:stay|remain|be))\b[^\n]{0,20}?\b(?:readable|online|open|available|public|accessible)\b|\bcan still read what we\b/iu,
  'keep-comments':
    /\bwe(?:[’']re| are|[’']ll| will)? (?:also )?(?:keep|keeping|archive|archiving)\b[^\n]{0,20}?\bcomments\b/iu,
  'content-stays':
    /\bwhat we (?:have )?posted\b[^\n]{0,60}?\b(?:stays?|remains?)\b|\b(?:our|old|all|these|the) posts (?:will )?(?:stay|remain)\b/iu,
  'comments-stay': /\bcomments\b[^\n]{0,40}?\b(?:stay|remain)\b/iu,
  'delete-content':
    /\bwe(?: are|[’']re|[’']ll| will)? (?:delete|deleting|remove|removing)\b[^\n]{0,10}?\b(?:what we have posted|(?:our|all|these|the) posts)\b|\b(?:our|all|old) posts will be (?:deleted|removed)\b/iu,
  'delete-comments':
    /\bcomments\b[^\n]{0,30}?\bwill be (?:deleted|removed)\b|\bwe(?: are|[’']re|[’']ll| will)? (?:delete|deleting|remove|removing)\b[^\n]{0,10}?\bcomments\b/iu,
  'keep-account':
    /\bwe(?: are|[’']re|[’']ll| will)? keep(?:ing)? (?:our|the|this) (?:presence|account|profile)\b|\bpresence(?: itself)? (?:remains|stays)\b/iu,
  'delete-account':
    /\bwe(?: are|[’']re|[’']ll| will)?(?: now| then)? (?:delete|deleting|close|closing) (?:our|the|this) (?:presence|account|profile)\b|\b(?:presence|account|profile)(?: itself)? will be (?:deleted|closed)\b/iu,
  'delete-data':
    /\bwe(?:[’']ll| will| are)? (?:then |also )?(?:delet|eras)(?:e|ing)\b[^\n]{0,30}?\bdata\b|\bdata\b[^\n]{0,30}?\b(?:will be|are|is) (?:deleted|erased)\b/iu,
  'keep-handle':
    /\b(?:handle|user ?name|name)\b[^\n]{0,20}?\b(?:stays|remains|will (?:stay|remain)) ours\b|\bwe(?:[’']ll| will| are)? (?:keep|keeping|hold on to|reserve) (?:our|the|this|that) (?:handle|user ?name|name)\b/iu,
  'links-lead-on':
    /\b(?:old|existing) (?:links|addresses)\b[^\n]{0,30}?\b(?:lead|redirect|work|point|go on)\w*\b|\bwe(?:[’']ll| will)? redirect\b/iu,
  'page-stays':
    /\b(?:this|our|the) (?:farewell )?page (?:will )?(?:stays?|remains?) (?:online|up|there|available|open)\b|\bwe(?: are|[’']re|[’']ll| will)? keep(?:ing)? (?:this|our|the) (?:farewell )?page (?:online|up)\b(?! to date)/iu,
  'newsletter-goes-on':
    /\bnewsletter\b[^\n]{0,20}?\b(?:goes on|continues|will (?:continue|go on|keep coming)|keeps coming|stays)\b/iu,
  'domain-stays': /\b(?:domain|web address)\b[^\n]{0,20}?\b(?:stays|remains|will (?:stay|remain))\b/iu,
  'tell-later':
    /\bwe(?:[’']ll| will) (?:\w+ )?(?:tell you|let you know|announce|inform you|say)\b[^\n]{0,40}?\b(?:when|as soon as|once|before|in good time|in time)\b/iu,
  'honour-prizes':
    /\b(?:promised|prizes?|vouchers?)\b[^\n]{0,30}?\b(?:still stands?|(?:stays?|remains?) valid|will (?:still )?be (?:sent|paid|honou?red))\b/iu,
};
