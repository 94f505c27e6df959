"""Read a CTranslate2 model file."""

import struct

import numpy as np

TYPES = [np.float32, np.int8, np.int16, np.int32, np.float16]


def read(path):
    """Return the variables by name; aliases are left out."""
    with open(path, "rb") as file:

        def number(kind):
            return struct.unpack("<" + kind, file.read(struct.calcsize(kind)))[0]

        def text():
            return file.read(number("H")).rstrip(b"\0").decode()

        if (version := number("I")) < 3:
            raise ValueError(f"{path} is of version {version}; version 3 or newer is needed")
        if (kind := text()) != "WhisperSpec":
            raise ValueError(f"{path} is a {kind}, not a WhisperSpec")
        number("I")
        variables = {}
        for _ in range(number("I")):
            name = text()
            shape = [number("I") for _ in range(number("B"))]
            kind = TYPES[number("B")]
            variables[name] = np.frombuffer(file.read(number("I")), dtype=kind).reshape(shape)
    return variables
