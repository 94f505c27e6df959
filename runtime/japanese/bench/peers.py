"""Time ja-timex, pyopenjtalk-plus and hassil on the sentences of a file; a line for each, in milliseconds."""

import statistics
import sys
import time

ROUNDS = 200


def timed(name, work, sentences):
    for sentence in sentences * 5:
        work(sentence)
    clock, begun = [], time.process_time()
    for _ in range(ROUNDS):
        for sentence in sentences:
            start = time.perf_counter()
            work(sentence)
            clock.append(time.perf_counter() - start)
    processor = (time.process_time() - begun) / len(clock)
    print(f"{name}: p50 {statistics.median(clock) * 1e3:.3f} ms, processor {processor * 1e3:.3f} ms a sentence")


def ja_timex(sentences):
    from ja_timex import TimexParser

    timed("ja-timex", TimexParser().parse, sentences)


def openjtalk(sentences):
    import pyopenjtalk

    timed("pyopenjtalk-plus (g2p, kana)", lambda text: pyopenjtalk.g2p(text, kana=True), sentences)


def hassil(sentences):
    from hassil import Intents, recognize

    intents = Intents.from_dict(
        {
            "language": "ja",
            "intents": {
                "Wake": {"data": [{"sentences": ["{hour}時[半]に起こして[ください]"]}]},
                "Cool": {"data": [{"sentences": ["エアコン[の温度]を{degree}度(下げて|上げて)[もらえますか]"]}]},
                "Call": {"data": [{"sentences": ["[{room}号室の]{name}[さん]を呼んで[ください]"]}]},
            },
            "lists": {
                "hour": {"range": {"from": 1, "to": 24}},
                "degree": {"range": {"from": 1, "to": 30}},
                "room": {"range": {"from": 100, "to": 400}},
                "name": {"values": ["田中", "鈴木", "佐藤"]},
            },
        }
    )
    timed("hassil (three intents)", lambda text: recognize(text, intents), sentences)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
    for peer in (ja_timex, openjtalk, hassil):
        try:
            peer(lines)
        except ImportError as missing:
            print(f"{peer.__name__}: not installed ({missing})")
