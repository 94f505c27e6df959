#!/usr/bin/env python3
"""Distil the accents of the NAIST Japanese Dictionary for Open JTalk into accents.bin, for the words of the IPA dictionary.

Usage: distil.py NAIST_SYS_DIC IPADIC_SYS_DIC ACCENTS_BIN
"""
import collections
import struct
import sys

LONG_AFTER = {"ウ": "オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズヅブプュ", "イ": "エケセテネヘメレゲゼデベペェ"}
AS_WRITTEN = 0x80


def words(path):
    """Give (surface, cost, features) of each word of a compiled MeCab dictionary."""
    data = open(path, "rb").read()
    header = struct.unpack_from("<10I", data)
    charset = data[40:72].split(b"\0")[0].decode()
    trie_size, token_size = header[6], header[7]
    units = memoryview(data)[72 : 72 + trie_size].cast("i")
    tokens = 72 + trie_size
    features = tokens + token_size
    children = collections.defaultdict(list)
    for node in range(1, len(units) // 2):
        check = units[2 * node + 1]
        if check:
            children[check].append(node)
    stack = [(units[0], b"")]
    while stack:
        base, key = stack.pop()
        for node in children.get(base, ()):
            letter = node - base - 1
            value = units[2 * node]
            if letter >= 0:
                stack.append((value, key + bytes([letter])))
            elif value < 0:
                first, count = (-value - 1) >> 8, (-value - 1) & 255
                for i in range(first, first + count):
                    _, _, _, cost, feature, _ = struct.unpack_from("<HHHhII", data, tokens + 16 * i)
                    start = features + feature
                    text = data[start : data.index(b"\0", start)].decode(charset)
                    yield key.decode(charset), cost, text.split(",")


def tag(features):
    """Give the part of speech as far as accents depend on it."""
    fine = features[1] == "接尾" or features[0] == "助詞"
    return features[0] + (features[1] if fine else "")


def spoken(reading, verb):
    """Draw vowels out by rule, as runtime/japanese does."""
    said = ""
    for i, letter in enumerate(reading):
        ends_verb = verb and letter == "ウ" and i == len(reading) - 1
        long = i > 0 and reading[i - 1] in LONG_AFTER.get(letter, "") and not ends_verb
        said += "ー" if long else letter
    return said


def sound(kana):
    """Spell what sounds alike alike."""
    said = ""
    for letter in kana.replace("’", "").replace("ヅ", "ズ").replace("ヂ", "ジ").replace("ヲ", "オ"):
        doubles = said and any(letter in row and vowel(said[-1]) == row[0] for row in ("アァ", "イィ", "ウゥ", "エェ", "オォ"))
        said += "ー" if doubles else letter
    return said


def vowel(letter):
    rows = {
        "ア": "アカサタナハマヤラワガザダバパャァ",
        "イ": "イキシチニヒミリギジビピィ",
        "ウ": "ウクスツヌフムユルグズブプュゥ",
        "エ": "エケセテネヘメレゲゼデベペェ",
        "オ": "オコソトノホモヨロゴゾドボポョォ",
    }
    return next((row for row, letters in rows.items() if letter in letters), "")


def number(text):
    """FNV-1a over UTF-16 units, 32 bits."""
    value = 0x811C9DC5
    encoded = text.encode("utf-16-be")
    for i in range(0, len(encoded), 2):
        value = ((value ^ (encoded[i] << 8 | encoded[i + 1])) * 0x01000193) & 0xFFFFFFFF
    return value


def main(naist, ipadic, out):
    known = {(surface, f[7], tag(f)) for surface, _, f in words(ipadic) if len(f) > 8}
    best = {}
    for surface, cost, f in words(naist):
        key = (surface, f[7], tag(f))
        if key in known and ":" not in f[9] and f[9][:1].isdigit() and (key not in best or cost < best[key][0]):
            best[key] = (cost, f)
    rules = sorted({f[10] for _, f in best.values()})
    rows = {}
    for (surface, reading, part), (_, f) in best.items():
        rule_fails = sound(spoken(reading, f[0] == "動詞")) != sound(f[8])
        as_written = rule_fails and sound(reading) == sound(f[8])
        accent = min(int(f[9].split("/")[0]), 63) | (AS_WRITTEN if as_written else 0)
        rows.setdefault(number("\t".join((surface, reading, part))), (accent, rules.index(f[10])))
    ordered = sorted(rows.items())
    with open(out, "wb") as file:
        text = "\n".join(rules).encode()
        file.write(struct.pack(">4sII", b"ACC1", len(text), len(ordered)) + text)
        file.write(b"".join(struct.pack(">I", key) for key, _ in ordered))
        file.write(bytes(accent for _, (accent, _) in ordered))
        file.write(bytes(rule for _, (_, rule) in ordered))
    print(f"{len(ordered)} words, {len(rules)} rules of joining")


if __name__ == "__main__":
    main(*sys.argv[1:])
