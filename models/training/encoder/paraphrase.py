"""Have a larger model write more sentences for the corpus' meanings: more positives for the contrast.

paraphrase.py WORK --url http://127.0.0.1:8080/v1 --model NAME [--groups N]
paraphrase.py WORK --gguf MODEL.gguf --server llama-server

Any server with OpenAI's chat form will do (llama-server, vLLM, Ollama); with --gguf one is started and stopped here. Only
groups of the train part are shown to it. Writes paraphrases.tsv, a line a sentence; run it again to go on.
"""

import argparse
import contextlib
import json
import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from tqdm import tqdm

from texts import HeldOut, by_group, check, part

ASKED = """次の文は、ロボットに話しかけた日本語で、どれも同じ意味です。
{sentences}
意味、肯定と否定、数、時刻、場所、人名を変えずに、別の言い方を{count}個書いてください。丁寧な言い方とくだけた言い方をまぜて、1行に1つ、文だけを書いてください。"""
COUNT, SHOWN, TRIES = 6, 4, 3
LEAD = re.compile(r"^\s*(?:[-*・•●]|[0-9０-９]+[.)．、）:]|[①-⑳])?\s*")
SURE = re.compile(r"ない|ません|ぬ|なく|んで|んと|へん|不要|結構|だめ")
VALUES = re.compile(r"[0-9]+|[一二三四五六七八九十百千]+(?=[時分人階号個枚度本回])|[右左上下前後東西南北]")


def ask(url, model, prompt, seed, timeout=120):
    """Give the answer's text; a server that is busy or starting is asked again."""
    body = {"model": model, "messages": [{"role": "user", "content": prompt}], "temperature": 0.8, "seed": seed, "max_tokens": 400}
    headers = {"Content-Type": "application/json"}
    if os.environ.get("OPENAI_API_KEY"):
        headers["Authorization"] = "Bearer " + os.environ["OPENAI_API_KEY"]
    request = urllib.request.Request(url.rstrip("/") + "/chat/completions", json.dumps(body).encode(), headers)
    for attempt in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return json.load(answer)["choices"][0]["message"]["content"] or ""
        except urllib.error.HTTPError as e:
            if e.code not in (429, 500, 502, 503) or attempt == TRIES - 1:
                raise SystemExit(f"{url}: {e.code} {e.read()[:300].decode('utf-8', 'replace')}") from e
        except (urllib.error.URLError, TimeoutError) as e:
            if attempt == TRIES - 1:
                raise SystemExit(f"{url} does not answer: {e}; start the server or check --url") from e
        time.sleep(2**attempt)
    return ""


def usable(answer, given, held):
    """Give the lines that may well mean the same: said in Japanese, with the same values and no other negation."""
    values, negated = {frozenset(VALUES.findall(text)) for text in given}, {bool(SURE.search(text)) for text in given}
    seen = {check.near(text) for text in given}
    for line in answer.splitlines():
        text = LEAD.sub("", line).strip().strip("「」\"'").rstrip("。")
        ordinary = 2 < len(text) <= check.LONGEST and check.ALLOWED.fullmatch(text) and not check.PERSONAL.search(text)
        if not ordinary or check.near(text) in seen or text in held:
            continue
        if frozenset(VALUES.findall(text)) in values and bool(SURE.search(text)) in negated:
            seen.add(check.near(text))
            yield text


@contextlib.contextmanager
def served(program, gguf):
    """Start a server on this machine's own port for the time of the work."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([program, "-m", str(gguf), "--host", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(url + "/health", timeout=2).close()
                break
            if process.poll() is not None:
                raise SystemExit(f"{program} ended with {process.returncode}; does it run {gguf} by hand?")
            time.sleep(1)
        yield url + "/v1"
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--url")
    parser.add_argument("--model", default="default")
    parser.add_argument("--gguf", type=Path)
    parser.add_argument("--server", default="llama-server")
    parser.add_argument("--groups", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if bool(arguments.url) == bool(arguments.gguf):
        parser.error("name either --url or --gguf")
    with served(arguments.server, arguments.gguf) if arguments.gguf else contextlib.nullcontext(arguments.url) as url:
        write(arguments, url)


def write(arguments, url):
    out, held = arguments.work / "paraphrases.tsv", HeldOut()
    done = {line.split("\t")[0] for line in out.read_text("utf-8").splitlines()} if out.exists() else set()
    groups = [item for item in sorted(by_group(part("train")).items()) if item[0] not in done and not item[0].startswith("ood")]
    with out.open("a", encoding="utf-8", newline="\n") as lines:
        for name, texts in tqdm(groups[: arguments.groups], desc="paraphrases", unit="group"):
            prompt = ASKED.format(sentences="\n".join(texts[:SHOWN]), count=COUNT)
            found = list(usable(ask(url, arguments.model, prompt, arguments.seed), texts, held))
            lines.writelines(f"{name}\t{text}\n" for text in found or [""])
            lines.flush()


if __name__ == "__main__":
    main()
