/**
 * The words by which controls and layers are recognised, in German, English, French, Spanish and Italian. They are held
 * against labels in small letters with single spaces; what must be the whole label begins with ^ and ends with $.
 */
export interface WordTable {
  /** Nothing that says this is ever clicked, whatever else it says. */
  readonly never: RegExp;
  readonly consent: RegExp;
  readonly refuse: RegExp;
  readonly settings: RegExp;
  readonly save: RegExp;
  readonly accept: RegExp;
  readonly close: RegExp;
  readonly login: RegExp;
  readonly loginStrong: RegExp;
  readonly app: RegExp;
  readonly newsletter: RegExp;
  readonly more: RegExp;
  readonly next: RegExp;
  readonly expand: RegExp;
  readonly over: RegExp;
}

/** One expression of several parts. */
const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'i');
/** The whole label, with marks such as arrows and dots before or after. */
const whole = (...parts: readonly string[]): RegExp =>
  new RegExp(`^[\\s+…›»→▼▾↓⌄.·>-]*(?:${parts.join('|')})[\\s+…›»→▼▾↓⌄.·!>(]*(?:\\(?\\d+[^a-z]*\\)?)?$`, 'i');

const things =
  'posts?|articles?|stor(?:y|ies)|results?|items?|photos?|pictures?|images?|videos?|entries|news|products?|events?|tweets?|updates?';
const dinge =
  'beitr[aä]ge?|artikel|ergebnisse|eintr[aä]ge|fotos|bilder|videos|meldungen|nachrichten|produkte|termine|neuigkeiten|posts?|inhalte|treffer';
const choses = 'articles?|r[eé]sultats?|photos?|vid[eé]os?|publications?|actualit[eé]s?|messages?|contenus?|produits?';
const cosas =
  'art[ií]culos?|resultados?|fotos?|v[ií]deos?|publicaciones|entradas|noticias|contenidos?|productos?|mensajes?';
const cose = 'articoli|risultati|foto|video|post|notizie|contenuti|prodotti|messaggi|elementi';
const talk =
  'comments?|repl(?:y|ies)|answers?|antwort(?:en)?|kommentare?|commentaires?|r[eé]ponses?|comentarios?|respuestas?|commenti?o?|rispost[ae]';

export const words: WordTable = {
  never: any(
    '\\b(?:delete|remove|erase|unsubscribe|subscribe|buy|purchase|order now|check ?out|add to (?:cart|bag|basket)|pay|donate|book now|sign ?(?:in|up|out)|log ?(?:in|out)|register|report|block|mute|unfollow|follow|like|share|repost|retweet|download|send|submit|post (?:comment|reply)|deactivate|close account|vote)\\b',
    'l[oö]schen|entfernen|abonnieren|\\babo\\b|kaufen|bestellen|bezahlen|zur kasse|warenkorb|spenden|buchen|anmelden|abmelden|einloggen|ausloggen|registrieren|melden$|blockieren|stummschalten|folgen$|gef[aä]llt mir|\\bteilen|herunterladen|absenden|senden$|k[uü]ndigen|abstimmen',
    "supprimer|effacer|s'abonner|abonnez|acheter|commander|payer|panier|faire un don|r[eé]server|se connecter|connexion|d[eé]connexion|s'inscrire|inscription|signaler|bloquer|partager|j'aime|t[eé]l[eé]charger|envoyer",
    'eliminar|borrar|suscrib|comprar|pagar|carrito|donar|reservar|iniciar sesi[oó]n|cerrar sesi[oó]n|\\breg[ií]str|denunciar|bloquear|seguir$|compartir|me gusta|descargar|enviar',
    'elimina|cancella|iscriv|abbonat|acquista|compra\\b|ordina\\b|paga\\b|carrello|dona\\b|prenota|accedi|^esci$|\\bregistra|segnala|blocca|segui$|condividi|mi piace|scarica|invia',
  ),
  consent: any(
    'cookies?\\b|consent|privacy|gdpr|ccpa|tracking|personal data',
    'einwilligung|zustimmung|datenschutz|privatsph[aä]re|dsgvo|personenbezogen',
    'confidentialit[eé]|vie priv[eé]e|consentement|donn[eé]es personnelles|traceurs|rgpd',
    'privacidad|consentimiento|datos personales|riservatezza|consenso|dati personali',
  ),
  refuse: whole(
    '(?:i )?(?:reject|decline|deny|refuse|disagree)(?: all| everything| non-essential| optional)?(?: cookies)?',
    '(?:i )?(?:do not|don.t) (?:accept|consent|agree|allow)(?: all)?',
    '(?:use |accept |allow )?only (?:allow |use |accept )?(?:strictly )?(?:necessary|essential|required|functional|technical)(?: cookies)?',
    '(?:use |accept |allow )?(?:strictly )?(?:necessary|essential|required)(?: cookies)? only',
    '(?:continue|proceed|enter) without (?:accepting|agreeing|consent|consenting|tracking)(?: .*)?|no,? thanks?|no|opt[ -]?out(?: of all)?',
    '(?:alles? |cookies |alle cookies |optionale cookies |nicht notwendige cookies )?(?:ablehnen|verweigern|abweisen)|alles? ablehnen|ich lehne ab|nicht (?:zustimmen|akzeptieren|einverstanden)|nein,? danke|nein',
    '(?:nur |ausschlie[sß]+lich )(?:die |technisch |unbedingt )?(?:notwendige[n]?|erforderliche[n]?|essenzielle[n]?|essentielle[n]?|n[oö]tige[n]?|funktionale[n]?|technische[n]?)(?: cookies| dienste| funktionen)?(?: (?:akzeptieren|zulassen|erlauben|verwenden|annehmen))?',
    '(?:weiter |fortfahren )?ohne (?:zustimmung|einwilligung|zu akzeptieren|tracking)(?: fortfahren| weiter)?',
    '(?:tout |je )?refuser?(?: tout| tous)?(?: les cookies)?|(?:continuer|poursuivre) sans accepter|(?:uniquement|seulement) (?:les )?(?:cookies )?(?:n[eé]cessaires|essentiels|techniques)|non merci|non|ne pas accepter',
    '(?:rechazar|denegar|rechazo)(?: todas?| todos?| todo)?(?: las cookies)?|(?:solo|s[oó]lo|[uú]nicamente) (?:las )?(?:cookies )?(?:necesarias|esenciales|imprescindibles|t[eé]cnicas)|continuar sin aceptar|no,? gracias|no acepto',
    '(?:rifiuta|nega|rifiuto|declina)(?: tutti| tutto| tutte)?(?: i cookie)?|(?:solo|soltanto) (?:i )?(?:cookie )?(?:necessari|essenziali|tecnici)|(?:continua|prosegui) senza accettare|no,? grazie|non accetto',
    '(?:permitir|aceptar) solo (?:las )?cookies (?:necesarias|imprescindibles|esenciales)|accetta solo (?:i )?(?:cookie )?(?:necessari|essenziali|tecnici)',
  ),
  settings: whole(
    '(?:cookie |privacy |manage |my |view |show |open )?(?:settings|preferences|options|choices|purposes)|manage(?: cookies| consent| preferences| options| settings| choices)?|customi[sz]e(?: .*)?|more (?:options|choices)|let me choose|learn more and customi[sz]e',
    '(?:cookie-?|privatsph[aä]re-?|datenschutz-?|individuelle |weitere |mehr |erweiterte )?(?:einstellungen|optionen|pr[aä]ferenzen|auswahl)(?: (?:anpassen|verwalten|[aä]ndern|anzeigen))?|anpassen|verwalten|individuell(?:e .*)?|konfigurieren|selbst (?:ausw[aä]hlen|entscheiden)',
    'param[eé]tr(?:er|ages?)(?: .*)?|personnaliser(?: .*)?|g[eé]rer(?: .*)?|plus d.options|pr[eé]f[eé]rences|en savoir plus et param[eé]trer',
    'configur(?:ar|aci[oó]n)(?: .*)?|personalizar(?: .*)?|gestionar(?: .*)?|m[aá]s opciones|preferencias|ajustes',
    'personalizza(?: .*)?|gestisci(?: .*)?|preferenze|impostazioni(?: .*)?|altre opzioni|scopri di pi[uù] e personalizza',
  ),
  save: whole(
    '(?:save|confirm)(?: (?:and|&) (?:exit|close))?(?: my)?(?: (?:choices?|preferences|settings|selection))?|(?:allow|accept) selection|accept selected',
    '(?:auswahl|einstellungen|pr[aä]ferenzen|meine auswahl) (?:speichern|best[aä]tigen|erlauben|akzeptieren|[uü]bernehmen)|speichern(?: (?:und|&) (?:schlie[sß]+en|verlassen))?|best[aä]tigen',
    '(?:enregistrer|confirmer|valider)(?: .*)?',
    '(?:guardar|confirmar)(?: .*)?|aceptar selecci[oó]n',
    '(?:salva|conferma)(?: .*)?|accetta selezionati',
  ),
  accept: whole(
    '(?:i )?(?:accept|agree|allow|consent|enable)(?: (?:all|to all|and (?:continue|close|proceed)|cookies|all cookies|everything))*|ok(?:ay)?|got it|i understand|understood|yes,? i (?:agree|accept)|yes|continue|i.m ok with that|that.s fine|sounds good|thanks',
    '(?:ich )?(?:alles? |alle cookies |cookies )?(?:akzeptieren|annehmen|zustimmen|erlauben|zulassen|best[aä]tigen)(?: (?:und|&) (?:weiter|schlie[sß]+en|fortfahren))?|akzeptiere(?: .*)?|(?:ich )?(?:stimme zu|bin einverstanden)|einverstanden|verstanden|alles klar|zustimmen (?:und|&) weiter(?:lesen)?|ja|in ordnung|weiter|weiter mit werbung',
    '(?:tout |j.|je )?accepter?(?: .*)?|d.accord|j.ai compris|compris|autoriser(?: .*)?|oui|ok pour moi|continuer',
    '(?:aceptar|acepto|permitir)(?: (?:todas?|todo|todos|y (?:cerrar|continuar)|cookies|las cookies))*|de acuerdo|entendido|vale|s[ií]|continuar',
    '(?:accetta|accetto|consenti|acconsento)(?: (?:tutti|tutto|e (?:chiudi|continua)|i cookie|cookie))*|va bene|ho capito|capito|s[iì]|d.accordo|continua',
  ),
  close: whole(
    '[×✕✖✗xX╳⨯]|close(?: (?:this|dialog|popup|banner|window|modal|overlay|message|notice))?|dismiss|not now|maybe later|later|no,? thanks?|skip|cancel|continue (?:in|with|on) (?:the )?(?:browser|web)|stay (?:in|on) (?:the )?(?:browser|web)(?:site)?|continue without (?:an account|signing in|logging in)|continue reading',
    'schlie[sß]+en|(?:dialog|fenster|banner|meldung|hinweis) schlie[sß]+en|nicht jetzt|sp[aä]ter|vielleicht sp[aä]ter|nein,? danke|[uü]berspringen|abbrechen|ausblenden|im browser (?:bleiben|weiter|fortfahren)|weiter im browser|ohne (?:konto|anmeldung) (?:fortfahren|weiter)|weiterlesen',
    'fermer(?: .*)?|pas maintenant|plus tard|non,? merci|ignorer|annuler|continuer (?:dans|sur) le navigateur',
    'cerrar(?: .*)?|ahora no|m[aá]s tarde|no,? gracias|omitir|cancelar|continuar en el navegador',
    'chiudi(?: .*)?|non ora|pi[uù] tardi|no,? grazie|salta|annulla|continua nel browser',
  ),
  login: any(
    '\\blog ?in\\b|\\bsign ?(?:in|up)\\b|create (?:an )?account|\\bregister\\b',
    'anmelden|einloggen|registrieren|konto erstellen|melde dich an',
    'se connecter|connectez-vous|connexion|s.inscrire|inscrivez-vous|cr[eé]er un compte',
    'inicia(?:r)? sesi[oó]n|reg[ií]str|crear (?:una )?cuenta',
    'accedi|iscriviti|registrati|crea (?:un )?account',
  ),
  loginStrong: any(
    '(?:log|sign) ?(?:in|up) (?:or (?:log|sign) ?(?:in|up) )?(?:to|for|and) (?:see|view|continue|read|keep|get|access|unlock|more)',
    'see (?:more|everything) (?:from|on|by)|you (?:must|need to) (?:log|sign) ?in',
    '(?:melde dich an|anmelden|einloggen|registriere dich|jetzt anmelden),? (?:um|und)|um (?:mehr|weitere|alle|weiter|fortzufahren).*(?:anmelden|sehen|lesen)|mehr (?:von|anzeigen von) .* auf',
    '(?:connectez-vous|inscrivez-vous|se connecter) (?:pour|afin)|voir plus de',
    '(?:inicia sesi[oó]n|reg[ií]strate) (?:para|y)|ver m[aá]s de',
    '(?:accedi|iscriviti|registrati) (?:per|e)\\b|vedi altro di',
  ),
  app: any(
    'open (?:it )?in (?:the )?(?:\\w+ )?app|(?:get|download|install|use|try) (?:the|our) (?:\\w+ )?app|view in app|better (?:on|in) the app|app store|google play',
    'in der (?:\\w+-?)?app (?:[oö]ffnen|ansehen|weiter)|app (?:[oö]ffnen|herunterladen|installieren|holen|laden)',
    '(?:ouvrir|continuer|voir) dans l.app|t[eé]l[eé]charger l.app|installer l.app',
    '(?:abrir|continuar|ver) en la app|descargar? la app|instalar la app',
    '(?:apri|continua|vedi) nell.app|scarica l.app|installa l.app',
  ),
  newsletter: any(
    'newsletter|subscribe|mailing list|your e-?mail|stay (?:in touch|up to date|informed)|\\d+ ?% off|turn on notifications|enable notifications|allow notifications',
    'abonnieren|deine e-?mail|ihre e-?mail|auf dem laufenden|benachrichtigungen (?:aktivieren|erlauben)|rabatt',
    'infolettre|abonnez-vous|inscrivez-vous [aà]|votre e-?mail|restez inform|activer les notifications',
    'bolet[ií]n|suscr[ií]bete|tu (?:correo|e-?mail)|activar (?:las )?notificaciones',
    'iscriviti alla|la tua e-?mail|resta aggiornat|attiva (?:le )?notifiche',
  ),
  more: whole(
    `(?:load|show|see|view|display|read|get|fetch) (?:\\d+ )?(?:more|older|earlier|further|all)(?: (?:recent |older |of the |of )?(?:${things}|${talk}))?`,
    `(?:more|older|earlier|previous) (?:${things}|${talk})|load next(?: page)?|more(?: …|\\.\\.\\.)`,
    `(?:mehr|weitere|[aä]ltere|alle|fr[uü]here|n[aä]chste)(?: \\d+)?(?: (?:${dinge}|${talk}))? (?:laden|anzeigen|ansehen|zeigen|nachladen|einblenden|lesen)`,
    `(?:mehr|weitere|[aä]ltere)(?: \\d+)? (?:${dinge}|${talk})|(?:\\d+ )?(?:${dinge}|${talk}) (?:nach)?laden`,
    `(?:charger|afficher|voir|montrer)(?: (?:la|les|le))?(?: \\d+)?(?: (?:${choses}|${talk}))? ?(?:plus|suite|suivante?s?|pr[eé]c[eé]dente?s?|tous|toutes|autres)(?: (?:de |d.|les )?(?:${choses}|${talk}))?`,
    `plus (?:de |d.)(?:${choses}|${talk})|autres (?:${choses}|${talk})`,
    `(?:cargar|mostrar|ver|leer)(?: \\d+)? (?:m[aá]s|todos?|todas?|otros|anteriores)(?: (?:los |las )?(?:${cosas}|${talk}))?|m[aá]s (?:${cosas}|${talk})|(?:${cosas}|${talk}) anteriores`,
    `(?:carica|mostra|vedi|visualizza|leggi)(?: \\d+)? (?:altr[oiae]|di pi[uù]|tutt[oiae]|ancora|precedenti)(?: (?:gli |i |le )?(?:${cose}|${talk}))?|altr[ie] (?:${cose}|${talk})`,
  ),
  next: whole(
    'next(?: (?:page|slide|image|picture|photo|item|results?))?|older',
    'n[aä]chste[rsn]?(?: (?:seite|bild|folie|foto))?|weiter|[aä]ltere|vor|vorw[aä]rts',
    'suivante?(?: .*)?|(?:page|image|photo|diapositive) suivante',
    'siguiente(?: .*)?|(?:p[aá]gina|imagen|foto|diapositiva) siguiente',
    'successiv[oa](?: .*)?|avanti|prossim[oa](?: .*)?|(?:pagina|immagine|foto) successiva',
    '[›»→▶❯>⟩]',
  ),
  expand: whole(
    `(?:read|show|see|view|continue|expand)(?: (?:the |this )?(?:full|whole|entire|complete))?(?: (?:more|all|reading|full|on|post|article|story|text|thread|conversation|description|details|everything))+`,
    `(?:view|show|see|load|read|expand)?(?: all| the)?(?: \\d+)?(?: more| previous| other)? ?(?:${talk})(?: \\(?\\d+\\)?)?`,
    'more|expand(?: all)?|mehr|mehr (?:lesen|anzeigen|erfahren|dazu|details)|weiterlesen|weiter lesen|vollst[aä]ndig(?:en .*)? (?:anzeigen|lesen)|(?:alles|ganzen? (?:text|beitrag|artikel)) (?:anzeigen|lesen)|ausklappen|aufklappen|details (?:anzeigen|einblenden)',
    `(?:alle|weitere|mehr|vorherige|\\d+)(?: \\d+)?(?: weitere| vorherige)? (?:${talk})(?: (?:anzeigen|ansehen|laden|lesen|einblenden))?|(?:${talk}) (?:anzeigen|ansehen|laden|lesen|einblenden)(?: \\(?\\d+\\)?)?`,
    `lire (?:la suite|plus|tout)|(?:voir|afficher)(?: (?:les|la|toutes les|tous les|plus de|d.autres))?(?: \\d+)? ?(?:plus|suite|${talk})|d[eé]velopper`,
    `(?:leer|ver|mostrar) m[aá]s|seguir leyendo|(?:ver|mostrar)(?: (?:las|los|todas las|todos los|m[aá]s))?(?: \\d+)? (?:${talk})|expandir`,
    `leggi (?:tutto|di pi[uù]|ancora)|continua a leggere|(?:mostra|vedi|visualizza)(?: (?:le|i|tutte le|tutti i|altre|altri|altro))?(?: \\d+)? ?(?:${talk}|altro|tutto)|espandi`,
  ),
  over: any(
    'no more (?:posts|items|results|entries|comments|articles)|(?:that|this) (?:was|is) (?:everything|all|it)|end of (?:the )?(?:feed|list|results|content)|you.?(?:ha)?ve (?:reached the end|seen (?:it all|everything))|(?:all|you.re) caught up|nothing more',
    'keine weiteren|das (?:war|ist|w[aä]ren?) (?:alles|schon alles)|ende (?:der liste|des feeds|erreicht)|mehr gibt es nicht|alles gesehen',
    'plus rien|fin (?:de la liste|du fil|des r[eé]sultats)|vous avez tout vu|c.est tout|aucun(?:e)? autre',
    'no hay m[aá]s|eso es todo|fin de (?:la lista|los resultados)|has visto todo',
    'non ci sono altri|[eè] tutto|fine (?:della lista|dei risultati)|hai visto tutto|nessun altro',
  ),
};
