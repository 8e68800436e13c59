/** How one consent manager's layer is found and refused. Selectors reach into open shadow roots. */
export interface ConsentManager {
  readonly name: string;
  /** What the reader sees of it; empty where the whole page is the question. */
  readonly layer: string;
  readonly refuse: string;
  /** Leads to a second layer where what is not needed can be switched off. */
  readonly settings?: string;
  readonly save?: string;
  readonly accept: string;
  /** Only on hosts that match. */
  readonly host?: string;
  /** The answer is a form that leads on to the page that was asked for. */
  readonly leaves?: boolean;
}

/** Where the facts below are from; a change of a manager's layer shows as `hidden` or a recognition by words. */
export const consentManagersSource = {
  checkedOn: '2026-11-25',
  source:
    'https://github.com/duckduckgo/autoconsent (rules/autoconsent, lib/cmps) and the documentation of the managers; ' +
    'where a button is not found by its selector its words decide',
} as const;

/** The common consent managers, and the consent pages of the large platforms. */
export const consentManagers: readonly ConsentManager[] = [
  {
    name: 'Usercentrics',
    layer:
      '[data-testid="uc-container"], #uc-center-container, #uc-banner-modal, #uc-main-dialog, #usercentrics-cmp-ui #uc-cmp-container, .uc-banner-content',
    refuse: '[data-testid="uc-deny-all-button"], button#deny, [data-action-type="deny"], #uc-btn-deny-banner',
    settings: '[data-testid="uc-customize-button"], button#more, #uc-more-link',
    save: '[data-testid="uc-save-button"], button#save, [data-action-type="save"]',
    accept: '[data-testid="uc-accept-all-button"], button#accept, #uc-btn-accept-banner',
  },
  {
    name: 'OneTrust',
    layer: '#onetrust-banner-sdk, #onetrust-pc-sdk, .optanon-alert-box-wrapper',
    refuse: '#onetrust-reject-all-handler, .ot-pc-refuse-all-handler, .optanon-reject-all',
    settings: '#onetrust-pc-btn-handler, .optanon-toggle-display',
    save: '.save-preference-btn-handler',
    accept: '#onetrust-accept-btn-handler, .optanon-allow-all, .onetrust-close-btn-handler',
  },
  {
    name: 'Cookiebot',
    layer: '#CybotCookiebotDialog, #cookiebanner.cookiebot, #dtcookie-container',
    refuse:
      '#CybotCookiebotDialogBodyButtonDecline, #CybotCookiebotDialogBodyLevelButtonLevelOptinDeclineAll, .h-dtcookie-decline',
    settings: '#CybotCookiebotDialogBodyLevelButtonCustomize, .cookiebot__button--settings',
    save: '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowallSelection, #CybotCookiebotDialogBodyButtonAcceptSelected',
    accept: '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll, #CybotCookiebotDialogBodyButtonAccept',
  },
  {
    name: 'Didomi',
    layer: '#didomi-notice, #didomi-popup, .didomi-popup-notice, .didomi-consent-popup-preferences',
    refuse: '#didomi-notice-disagree-button, .didomi-continue-without-agreeing, #btn-toggle-disagree',
    settings: '#didomi-notice-learn-more-button',
    save: '#btn-toggle-save, .didomi-consent-popup-actions button:last-child',
    accept: '#didomi-notice-agree-button',
  },
  {
    name: 'Sourcepoint',
    layer:
      '[id^="sp_message_container_"] .message, .message.type-modal, .message.type-bottom, #notice.message, #notice',
    refuse: '.sp_choice_type_13, .sp_choice_type_REJECT_ALL, .reject-toggle',
    settings: '.sp_choice_type_12',
    save: '.sp_choice_type_SAVE_AND_EXIT',
    accept: '.sp_choice_type_11, .sp_choice_type_ACCEPT_ALL',
  },
  {
    name: 'Quantcast',
    layer: '#qc-cmp2-ui, #qc-cmp2-usp, .qc-cmp-ui',
    refuse: '#disagree-btn, .qc-cmp2-summary-buttons > button[mode="secondary"]:nth-of-type(2)',
    settings: '#more-options-btn, .qc-cmp2-summary-buttons > button[mode="secondary"]',
    save: '.qc-cmp2-buttons-desktop > button[mode="primary"]',
    accept: '#accept-btn, .qc-cmp2-summary-buttons > button[mode="primary"]',
  },
  {
    name: 'Borlabs',
    layer:
      '#BorlabsCookieBox ._brlbs-box-wrap, #BorlabsCookieBox ._brlbs-bar-wrap, #BorlabsCookieBox, .brlbs-cmpnt-dialog',
    refuse:
      '[data-cookie-refuse], ._brlbs-refuse-btn a, .brlbs-btn-accept-only-essential, [data-borlabs-cookie-actions="refuse"]',
    settings: '[data-cookie-individual], .brlbs-btn-manage',
    save: '#CookiePrefSave, [data-cookie-accept], .brlbs-btn-save',
    accept: '[data-cookie-accept-all], .brlbs-btn-accept-all',
  },
  {
    name: 'Complianz',
    layer: '.cmplz-cookiebanner, .cc-window[aria-describedby="cookieconsent:desc"]',
    refuse: '.cmplz-deny, .cc-deny',
    settings: '.cmplz-view-preferences, .cc-settings',
    save: '.cmplz-save-preferences, .cc-btn-accept-selected',
    accept: '.cmplz-accept, .cc-accept-all, .cc-allow, .cc-dismiss',
  },
  {
    name: 'CookieYes',
    layer: '.cky-consent-container, .cky-modal-open, #cookie-law-info-bar',
    refuse: '[data-cky-tag="reject-button"], .cky-btn-reject, #cookie_action_close_header_reject, .wt-cli-reject-btn',
    settings: '[data-cky-tag="settings-button"], .cky-btn-customize',
    save: '[data-cky-tag="detail-save-button"], .cky-btn-preferences',
    accept: '[data-cky-tag="accept-button"], .cky-btn-accept, #cookie_action_close_header, #wt-cli-accept-all-btn',
  },
  {
    name: 'Klaro',
    layer: '.klaro .cookie-notice, .klaro .cookie-modal .cm-modal, .klaro .cookie-modal-notice',
    refuse: '.cn-decline, .cm-btn-decline, .cm-btn.cm-btn-danger',
    settings: '.cn-learn-more, .cm-link.cn-learn-more',
    save: '.cm-btn-accept, .cm-btn.cm-btn-info',
    accept: '.cm-btn-success, .cm-btn-accept-all',
  },
  {
    name: 'TrustArc',
    layer:
      '#truste-consent-track, #trustarc-banner-overlay, #truste-consent-content, .trustarc_newcm_container, .truste_box_overlay',
    refuse: '#truste-consent-required, .declineAllButtonLower, button.rejectAll, .required',
    settings: '#truste-show-consent',
    save: 'button.submit, a.submit',
    accept: '#truste-consent-button, .call, button.acceptAllButtonLower',
  },
  {
    name: 'iubenda',
    layer: '#iubenda-cs-banner, #iubenda-cs-popup',
    refuse: '.iubenda-cs-reject-btn, .iub-cmp-reject-btn',
    settings: '.iubenda-cs-customize-btn',
    save: '#iubFooterBtn, .iubenda-cs-save-btn',
    accept: '.iubenda-cs-accept-btn',
  },
  {
    name: 'Osano',
    layer: '.osano-cm-dialog, .osano-cm-window__dialog',
    refuse: '.osano-cm-denyAll, .osano-cm-deny',
    settings: '.osano-cm-manage',
    save: '.osano-cm-save',
    accept: '.osano-cm-accept-all, .osano-cm-accept, .osano-cm-dialog__close',
  },
  {
    name: 'consentmanager.net',
    layer: '#cmpbox, #cmpwrapper .cmpbox',
    refuse: '.cmpboxbtnno, #cmpbntnotxt, .cmpboxbtnreject',
    settings: '.cmpboxbtncustom, #cmpwelcomebtncustom a',
    save: '.cmpboxbtnyescustomchoices, .cmpboxbtnsave',
    accept: '.cmpboxbtnyes, #cmpbntyestxt',
  },
  {
    name: 'CookieFirst',
    layer:
      '#cookiefirst-root [data-cookiefirst-widget], .cookiefirst-root [data-cookiefirst-widget], [data-cookiefirst-widget]',
    refuse: '[data-cookiefirst-action="reject"]',
    settings: '[data-cookiefirst-action="adjust"]',
    save: '[data-cookiefirst-action="save"]',
    accept: '[data-cookiefirst-action="accept"]',
  },
  {
    name: 'Termly',
    layer: '#termly-code-snippet-support > div, .t-consentPrompt, .termly-styles-root',
    refuse: '[data-tid="banner-decline"], .t-declineButton, .t-declineAllButton',
    settings: '[data-tid="banner-preference"], .t-preference-button, .t-preferenceButton',
    save: '.t-saveButton',
    accept: '[data-tid="banner-accept"], .t-acceptAllButton',
  },
  {
    name: 'tarteaucitron',
    layer: '#tarteaucitronAlertBig, #tarteaucitron',
    refuse:
      '#tarteaucitronAllDenied2, .tarteaucitronDeny, #tarteaucitronAllDenied, .tarteaucitronCTAButton.tarteaucitronDeny',
    settings: '#tarteaucitronCloseAlert',
    save: '#tarteaucitronClosePanel',
    accept: '#tarteaucitronPersonalize2, #tarteaucitronPersonalize, #tarteaucitronAllAllowed',
  },
  {
    name: 'Axeptio',
    layer: '.axeptio_widget, #axeptio_overlay [class*="Widget"], .ax-widget, [class*="ax-widget"]',
    refuse: '#axeptio_btn_dismiss, button[class*="dismiss"]',
    settings: '#axeptio_btn_configure',
    save: '#axeptio_btn_next',
    accept: '#axeptio_btn_acceptAll',
  },
  {
    name: 'CookieConsent',
    layer: '#cc-main .cm, #cm, .cc-window.cc-banner, .cc-window.cc-floating',
    refuse: '[data-role="necessary"], #s-rall-bn, .cc-deny',
    settings: '[data-role="show"], #c-s-bn',
    save: '[data-role="save"], #s-sv-bn',
    accept: '[data-role="all"], #c-p-bn, .cc-allow, .cc-dismiss',
  },
  {
    name: 'Cookie Notice',
    layer:
      '#cookie-notice, .cookie-notice-container, #moove_gdpr_cookie_info_bar, #cookie-law-bar, #catapult-cookie-bar',
    refuse: '#cn-refuse-cookie, .moove-gdpr-infobar-reject-btn',
    accept: '#cn-accept-cookie, .moove-gdpr-infobar-allow-all, #catapultCookie',
  },
  {
    name: 'Facebook',
    host: '(^|\\.)facebook\\.com$',
    layer:
      '[data-testid="cookie-policy-manage-dialog"], [data-testid="cookie-policy-dialog"], [data-cookiebanner="banner"], [role="dialog"]:has([data-cookiebanner])',
    refuse:
      '[data-cookiebanner="accept_only_essential_button"], [data-testid="cookie-policy-manage-dialog-decline-button"]',
    accept: '[data-cookiebanner="accept_button"], [data-testid="cookie-policy-manage-dialog-accept-button"]',
  },
  {
    name: 'Instagram',
    host: '(^|\\.)instagram\\.com$',
    layer: '[role="dialog"]:has(a[href*="cookies"]), [data-testid="cookie-policy-manage-dialog"]',
    refuse: '[data-testid="cookie-policy-manage-dialog-decline-button"], button._a9--._a9_1',
    accept: 'button._a9--._a9_0',
  },
  {
    name: 'X',
    host: '(^|\\.)(twitter|x)\\.com$',
    // The bar asks to log in as well: that part is not meant, and stays.
    layer: '[data-testid="BottomBar"] > div:has(> div:last-child > button[role="button"] + button[role="button"])',
    refuse: 'div:last-child > button[role="button"] + button[role="button"]:last-child',
    accept: 'div:last-child > button[role="button"]:first-child:has(+ button[role="button"])',
  },
  {
    name: 'YouTube',
    host: '(^|\\.)youtube(-nocookie)?\\.com$',
    layer: 'ytd-consent-bump-v2-lightbox, tp-yt-paper-dialog:has(.eom-buttons), ytm-consent-bump-v2-renderer',
    refuse:
      '.eom-buttons ytd-button-renderer:first-child button, .eom-reject button, .one-col-dialog-buttons > :nth-child(2) button',
    accept:
      '.eom-buttons ytd-button-renderer:last-child button, .eom-accept button, .one-col-dialog-buttons > :first-child button',
  },
  {
    name: 'Google consent page',
    layer:
      'form[action*="//consent.google."][action$="/save"], form[action*="//consent.youtube.com"], form[action*="consent"][action$="/save"]:has(input[name="set_eom"])',
    refuse: 'form[action$="/save"]:has(input[name="set_eom"][value="true"]) button',
    accept: 'form[action$="/save"]:has(input[name="set_eom"][value="false"]) button',
    leaves: true,
  },
  {
    name: 'Google',
    host: '(^|\\.)google\\.[a-z.]+$',
    layer: '#CXQnmb, [aria-modal="true"]:has(#W0wltc)',
    refuse: '#W0wltc',
    accept: '#L2AGLb',
  },
  {
    name: 'Yahoo consent page',
    host: '(^|\\.)(yahoo|aol|tumblr)\\.com$',
    layer: 'form.consent-form',
    refuse: 'button.reject-all, button[name="reject"]',
    accept: 'button.accept-all, button[name="agree"]',
    leaves: true,
  },
  {
    name: 'TikTok',
    host: '(^|\\.)tiktok\\.com$',
    layer: 'tiktok-cookie-banner, .tiktok-cookie-banner',
    refuse: '.button-wrapper button:first-child',
    accept: '.button-wrapper button:last-child',
  },
  {
    name: 'LinkedIn',
    host: '(^|\\.)linkedin\\.com$',
    layer: '.artdeco-global-alert[type="COOKIE_CONSENT"], #artdeco-global-alert-container .artdeco-global-alert',
    refuse: 'button[action-type="DENY"], button[data-control-name*="ga-cookie.consent.deny"]',
    accept: 'button[action-type="ACCEPT"], button[data-control-name*="ga-cookie.consent.accept"]',
  },
];
