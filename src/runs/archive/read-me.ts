/** What stands in an archive's README.txt. */
export const readMe = `A RUN OF LASTPOST, WITH ALL THAT PROVES IT

certificate.en.html   the certificate; open it in a browser and print it (certificate.de.html: in German)
certificate.json      the same for programs
journal.jsonl         every entry of the journal, one a line, in the order in which they were written
state.json            what the journal adds up to
playbook/             the playbook, as it was when the run began and after each amendment
evidence/             what people filed, byte for byte
SHA256SUMS            the SHA-256 of every file above
SHA256SUMS.sig        the signature over SHA256SUMS, and signing-key.pub.pem, the key that it was made with
verify.py             checks all of this but the signature

The snapshots themselves are not in here; the certificate names them with their digests.


HOW TO CHECK IT WITHOUT LASTPOST

1. The files, the journal and the evidence. Unpack the ZIP, and in its folder:

       python3 verify.py

   It needs nothing but Python 3.8. It can look into the ZIP as well: python3 verify.py RUN.zip
   Whoever changed the ZIP could have changed verify.py too. It is short enough to be read; a copy that came from elsewhere
   is better.

2. The same files without Python (on a Mac: shasum -a 256 -c SHA256SUMS):

       sha256sum -c SHA256SUMS

3. Who signed it:

       openssl dgst -sha256 -verify signing-key.pub.pem -signature SHA256SUMS.sig SHA256SUMS

   must say "Verified OK". Then see whose key that is. Compare

       openssl pkey -pubin -in signing-key.pub.pem -outform DER | openssl dgst -sha256

   with the signing key at the foot of a certificate that was filed or printed earlier, or that those who answer for
   the brand tell you. A key that you know from this ZIP alone proves nothing.

4. One entry of the journal by hand, here the third. The hash of an entry is the SHA-256 of the hash before it, a line feed,
   and the line without its two hashes:

       line=$(sed -n 3p journal.jsonl)
       before=$(printf '%s' "$line" | sed -E 's/^.*"prevHash":"(sha256:[0-9a-f]{64})","run":.*$/\\1/')
       text=$(printf '%s' "$line" | sed -E 's/^(.*)"hash":"[^"]*","prevHash":"[^"]*",("run":.*)$/\\1\\2/')
       printf '%s\\n%s' "$before" "$text" | sha256sum

   The result stands in the line as "hash", and in the next line as "prevHash". The first line names 64 zeros.


WHAT IT DOES NOT PROVE

That somebody told the truth, or that the computer's clock was right. That the time is true: no outside authority has
stamped it. That nobody who has the key wrote the whole journal anew before exporting it: a certificate that was filed
elsewhere earlier, with the head of the journal on it, is what shows that.
`;

/** What stands in an archive's LIESMICH.txt. */
export const liesMich = `EIN DURCHLAUF VON LASTPOST, MIT ALLEM, WAS IHN BELEGT

certificate.de.html   der Nachweis; im Browser öffnen und drucken (certificate.en.html: auf Englisch)
certificate.json      dasselbe für Programme
journal.jsonl         jeder Eintrag des Journals, einer je Zeile, in der Reihenfolge, in der sie geschrieben wurden
state.json            was das Journal zusammen ergibt
playbook/             das Playbook, wie es zu Beginn war und nach jeder Änderung
evidence/             was Menschen als Beleg abgelegt haben, Byte für Byte
SHA256SUMS            die SHA-256-Summe jeder dieser Dateien
SHA256SUMS.sig        die Signatur über SHA256SUMS; signing-key.pub.pem ist der Schlüssel dazu
verify.py             prüft das alles bis auf die Signatur

Die Sicherungen der Kanäle selbst liegen nicht bei; der Nachweis nennt sie mit ihren Prüfsummen.


SO PRÜFT MAN ES OHNE LASTPOST

1. Dateien, Journal und Belege. Das ZIP entpacken und in seinem Ordner aufrufen:

       python3 verify.py

   Nötig ist nur Python 3.8. Auch das ZIP selbst lässt sich prüfen: python3 verify.py RUN.zip
   Wer das ZIP verändert hat, kann auch verify.py verändert haben. Es ist kurz genug, um es zu lesen; besser ist eine
   Fassung aus anderer Quelle.

2. Die Dateien ohne Python (am Mac: shasum -a 256 -c SHA256SUMS):

       sha256sum -c SHA256SUMS

3. Wer signiert hat:

       openssl dgst -sha256 -verify signing-key.pub.pem -signature SHA256SUMS.sig SHA256SUMS

   muss "Verified OK" melden. Dann bleibt zu klären, wessen Schlüssel das ist. Die Ausgabe von

       openssl pkey -pubin -in signing-key.pub.pem -outform DER | openssl dgst -sha256

   ist zu vergleichen mit dem Signaturschlüssel am Fuß eines Nachweises, der früher abgelegt oder gedruckt wurde, oder mit
   dem, was die Verantwortlichen der Marke nennen. Ein Schlüssel, den man nur aus diesem ZIP kennt, beweist nichts.

4. Ein einzelner Eintrag des Journals von Hand, hier der dritte. Der Hash eines Eintrags ist die SHA-256-Summe aus dem Hash
   davor, einem Zeilenvorschub und der Zeile ohne ihre beiden Hashes:

       line=$(sed -n 3p journal.jsonl)
       before=$(printf '%s' "$line" | sed -E 's/^.*"prevHash":"(sha256:[0-9a-f]{64})","run":.*$/\\1/')
       text=$(printf '%s' "$line" | sed -E 's/^(.*)"hash":"[^"]*","prevHash":"[^"]*",("run":.*)$/\\1\\2/')
       printf '%s\\n%s' "$before" "$text" | sha256sum

   Das Ergebnis steht in der Zeile als "hash" und in der nächsten als "prevHash". Die erste Zeile nennt 64 Nullen.


WAS ES NICHT BEWEIST

Dass jemand die Wahrheit gesagt hat oder die Uhr des Rechners richtig ging. Dass die Zeit stimmt: Keine unabhängige Stelle
hat sie bestätigt. Dass niemand, der den Schlüssel hat, das ganze Journal vor dem Export neu geschrieben hat: Das zeigt nur
ein Nachweis mit dem letzten Eintrag des Journals, der früher und anderswo abgelegt wurde.
`;
