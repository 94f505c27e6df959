#!/usr/bin/env python3
"""Ask a server that answers as OpenAI's chat form says, and see what is kept of its answers."""

import http.server
import json
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import paraphrase

HERE = Path(__file__).resolve().parent


class Server(http.server.BaseHTTPRequestHandler):
    asked, refusals = [], 0

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if Server.refusals:
            Server.refusals -= 1
            self.send_error(503)
            return
        Server.asked.append((self.path, body))
        answer = {"choices": [{"message": {"role": "assistant", "content": "1. 厠へ参りたいのです\n・お便所に行かせてほしいな\nI want to go"}}]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_):
        pass


class ParaphraseTest(unittest.TestCase):
    def setUp(self):
        Server.asked, Server.refusals = [], 0
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def test_asks_each_group_once_and_goes_on_where_it_stopped(self):
        with tempfile.TemporaryDirectory() as work:
            for groups in (2, 1):
                command = [sys.executable, "paraphrase.py", work, "--url", self.url, "--model", "big", "--groups", str(groups)]
                subprocess.run(command, cwd=HERE, check=True, capture_output=True)
            lines = [line.split("\t") for line in (Path(work) / "paraphrases.tsv").read_text("utf-8").splitlines()]
        self.assertEqual(len(Server.asked), 3)
        path, body = Server.asked[0]
        self.assertEqual((path, body["model"]), ("/v1/chat/completions", "big"))
        self.assertIn("同じ意味", body["messages"][0]["content"])
        self.assertEqual(len({group for group, _ in lines}), 3)
        self.assertIn("お便所に行かせてほしいな", [text for _, text in lines])

    def test_asks_again_when_the_server_is_busy(self):
        Server.refusals = 1
        self.assertIn("厠", paraphrase.ask(self.url, "big", "何か", 1))

    def test_takes_out_other_values_other_negations_and_what_is_not_japanese(self):
        answer = "8時に起こしてください\n9時に起こしてください\n8時には起こさないで\nWake me at 8\n8時に起こして\n「8時になったら起こしてね。」"
        kept = list(paraphrase.usable(answer, ["8時に起こして"], set()))
        self.assertEqual(kept, ["8時に起こしてください", "8時になったら起こしてね"])

    def test_says_which_server_does_not_answer(self):
        with self.assertRaisesRegex(SystemExit, "does not answer"):
            paraphrase.TRIES = 1
            paraphrase.ask("http://127.0.0.1:9/v1", "big", "何か", 1)


if __name__ == "__main__":
    unittest.main()
