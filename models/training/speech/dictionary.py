"""List the words of Open JTalk's dictionary (NAIST-jdic, BSD), the commonest first."""

import struct
from pathlib import Path

import numpy as np

# Kinds of words worth knowing; the rest are endings and symbols that sentences bring along.
_KINDS = {"名詞": {"一般", "サ変接続", "形容動詞語幹", "副詞可能", "固有名詞"}, "動詞": {"自立"}, "形容詞": {"自立"}, "副詞": {"一般", "助詞類接続"}, "感動詞": {"*"}, "接続詞": {"*"}}
# A name counts as rarer than the dictionary says, or names would fill the list.
_NAME_COST = 2500


def _sections(data):
    sizes = struct.unpack_from("<10I", data)
    units, tokens, features = sizes[6:9]
    at = 72
    trie = np.frombuffer(data, np.dtype([("base", "<i4"), ("check", "<u4")]), units // 8, at)
    kinds = np.dtype([("left", "<u2"), ("right", "<u2"), ("pos", "<u2"), ("cost", "<i2"), ("feature", "<u4"), ("compound", "<u4")])
    table = np.frombuffer(data, kinds, tokens // 16, at + units)
    return trie, table, data[at + units + tokens : at + units + tokens + features]


def _surfaces(trie):
    """Walk the double array; give each word with its place in the table of tokens."""
    base, check = trie["base"].astype(np.int64), trie["check"].astype(np.int64)
    letters = np.arange(1, 257)
    stack = [(int(base[0]), b"")]
    while stack:
        at, word = stack.pop()
        if at < len(check) and check[at] == at and base[at] < 0:
            yield word, -int(base[at]) - 1
        ways = at + letters
        ways = ways[ways < len(check)]
        for way in ways[check[ways] == at]:
            stack.append((int(base[way]), word + bytes([way - at - 1])))


def common(count):
    """Give about `count` (word, reading in kana)."""
    import pyopenjtalk

    folder = Path(pyopenjtalk.__file__).parent / "dictionary"
    data = (folder / "sys.dic").read_bytes()
    trie, table, features = _sections(data)
    found = []
    for word, value in _surfaces(trie):
        for token in table[value >> 8 : (value >> 8) + (value & 255)]:
            begin = int(token["feature"])
            cells = features[begin : features.index(b"\0", begin)].decode("utf-8").split(",")
            if len(cells) < 9 or cells[1] not in _KINDS.get(cells[0], ()) and "*" not in _KINDS.get(cells[0], ()):
                continue
            cost = int(token["cost"]) + (_NAME_COST if cells[1] == "固有名詞" else 0)
            found.append((cost, word.decode("utf-8", "ignore"), cells[8].replace("’", "").replace("*", "")))
    found.sort()
    seen = set()
    for _, word, reading in found:
        if reading and word not in seen and 1 < len(word) <= 8:
            seen.add(word)
            yield word, reading
        if len(seen) > 3 * count:
            return
