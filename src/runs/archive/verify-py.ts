/**
 * The program that checks an exported run without Lastpost. It stands in every archive as `verify.py`; it is short so that
 * whoever does not trust it can read it.
 */
export const verifyPy = String.raw`#!/usr/bin/env python3
"""Checks an exported run without Lastpost: python3 verify.py [FOLDER or ZIP]
1. every file is what SHA256SUMS says, and none is there that it does not name;
2. every entry of journal.jsonl vouches for the one before it, back to the first;
3. the journal ends where certificate.json and state.json say that it ends;
4. every piece of evidence that the journal names is here, to the byte.
Who signed SHA256SUMS, README.txt tells how to check. Ends with 0 if all is well, with 1 if not."""
import hashlib, json, os, re, sys, zipfile

place = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
archive = zipfile.ZipFile(place) if os.path.isfile(place) else None
problems = []
# The line without its two hashes is what was hashed. Only plain texts follow, so the last place is the right one.
LINE = re.compile(r'(.*)"hash":"(sha256:[0-9a-f]{64})","prevHash":"(sha256:[0-9a-f]{64})",("run":.*)')
UNLISTED = {"SHA256SUMS", "SHA256SUMS.sig", "signing-key.pub.pem"}

def names():
    if archive:
        return archive.namelist()
    paths = (os.path.join(folder, name) for folder, _, files in os.walk(place) for name in files)
    return [os.path.relpath(path, place).replace(os.sep, "/") for path in paths]

def opened(name):
    return archive.open(name) if archive else open(os.path.join(place, *name.split("/")), "rb")

def digest_of(name):
    digest = hashlib.sha256()
    with opened(name) as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            digest.update(piece)
    return digest.hexdigest()

def check_files():
    lines = opened("SHA256SUMS").read().decode("utf-8").split("\n")
    sums = {line[66:]: line[:64] for line in lines if line}
    for name in sorted(set(sums) | set(found) - UNLISTED):
        if name not in sums or found.count(name) > 1:
            problems.append(f"{name}: not in SHA256SUMS, or twice in the ZIP")
        try:
            if name in sums and digest_of(name) != sums[name]:
                problems.append(f"{name}: changed since it was exported")
        except (KeyError, OSError, zipfile.BadZipFile) as error:
            problems.append(f"{name}: missing or damaged ({error})")

def check_journal():
    before, count, run, evidence = "sha256:" + "0" * 64, 0, None, {}
    for count, raw in enumerate(opened("journal.jsonl"), 1):
        match = LINE.fullmatch(raw.decode("utf-8").rstrip("\n"))
        digest = hashlib.sha256(f"{before}\n{match[1]}{match[4]}".encode()).hexdigest() if match else None
        entry = json.loads(raw) if match and (match[2], match[3]) == (f"sha256:{digest}", before) else {}
        run = run or entry.get("run")
        if (entry.get("seq"), entry.get("run")) != (count, run):
            problems.append(f"journal.jsonl, line {count}: changed, or does not follow on the line before")
            return count, before, evidence
        before = match[2]
        if entry["type"] == "evidence.added":
            evidence[entry["body"]["file"]] = entry["body"]["sha256"]
    return count, before, evidence

def check():
    check_files()
    count, head, evidence = check_journal()
    for name, part in (("certificate.json", "certificate"), ("state.json", "state")):
        said = json.load(opened(name))[part]
        if (said.get("journal") or said)["head"] != {"seq": count, "hash": head}:
            problems.append(f"journal.jsonl: does not end where {name} says")
    for name, digest in evidence.items():
        if name and (name not in found or "sha256:" + digest_of(name) != digest):
            problems.append(f"{name}: not the evidence that the journal names")
    return f"{count} entries, {len(evidence)} pieces of evidence, head {head}"

try:
    found = names()
    summary = check()
except (KeyError, OSError, ValueError, zipfile.BadZipFile) as error:
    problems.append(f"could not be read to the end: {error!r}")
print(*(f"PROBLEM {problem}" for problem in problems), sep="\n", end="\n" if problems else "")
print("NOT as it was exported." if problems else f"All is well: {summary}")
sys.exit(1 if problems else 0)
`;
