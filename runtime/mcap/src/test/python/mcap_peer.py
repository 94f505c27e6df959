"""Read or write an MCAP file with Foxglove's library, for a test in Java to compare.

  mcap_peer.py read FILE              a line of JSON for each message, by time, and one for the statistics
  mcap_peer.py write FILE COMPRESSION the file that the test expects
"""

import json
import sys

from mcap.reader import make_reader
from mcap.writer import CompressionType, Writer


def read(path):
    with open(path, "rb") as stream:
        reader = make_reader(stream, validate_crcs=True)
        for schema, channel, message in reader.iter_messages():
            print(json.dumps([
                schema.name if schema else "",
                channel.topic,
                message.sequence,
                message.log_time,
                message.data.decode(),
            ], ensure_ascii=False))
        summary = reader.get_summary()
        print(json.dumps({
            "messages": summary.statistics.message_count,
            "chunks": summary.statistics.chunk_count,
            "attachments": [each.data.decode() for each in reader.iter_attachments()],
            "metadata": [each.metadata for each in reader.iter_metadata()],
        }, ensure_ascii=False))


def write(path, compression):
    with open(path, "wb") as stream:
        writer = Writer(stream, chunk_size=2048, compression=CompressionType[compression])
        writer.start("", "peer")
        schema = writer.register_schema("Text", "jsonschema", b"{}")
        channel = writer.register_channel("/peer", "json", schema, {"by": "python"})
        for i in range(500):
            writer.add_message(channel, 1000 + i, '{"text":"はい"}'.encode(), 1000 + i, i)
        writer.add_attachment(0, 5, "a.txt", "text/plain", "食堂".encode())
        writer.add_metadata("run", {"seed": "7"})
        writer.finish()


if sys.argv[1] == "read":
    read(sys.argv[2])
else:
    write(sys.argv[2], sys.argv[3])
