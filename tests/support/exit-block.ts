/** The exit of `exitFacts` as it stands in lastpost.yaml, for whatever reads it from there. */
export const exitBlock = `exit:
  leaves: [x]
  mode: freeze
  locales: [de, en]
  last_day: 2027-02-28
  told: {leads: 2027-01-24T09:00, staff: 2027-01-28T09:00, partners: 2027-01-29T08:00, public: 2027-01-29T10:00}
  reason: {kind: values}
  successors: [{channel: fedi, since: 2024-03}]
  page: {de: "https://brandtsoehne.example/wechsel", en: "https://brandtsoehne.example/en/moving"}
  fate:
    posts: archive
    comments: stay
    messages: {answered_until: 2027-03-30}
    data: {de: Ihre Daten löschen wir nach 90 Tagen., en: We delete your data after 90 days.}
    prizes: none
  contact: {email: service@brandtsoehne.example}
  stays: {de: "Unsere Läden bleiben, wo sie sind.", en: Our shops stay where they are.}
  duty: [{person: jona, from: 2027-01-29T09:00, until: 2027-01-29T18:30}]
  voice: {address: {de: formal}}
  imprint_url: https://brandtsoehne.example/impressum
  privacy_url: https://brandtsoehne.example/datenschutz
`;
