"""Write what rclpy makes of messages, for CdrGoldenTest: type, JSON of the fields that are set, bytes in hexadecimal.

Run with the Python of mvn -Pros2:  target/ros2/bin/python src/test/python/golden.py >src/test/resources/dev/aizuchi/ros2/cdr/golden.tsv
"""

import importlib
import json

from rclpy.serialization import serialize_message

BASIC = {
    "bool_value": True, "byte_value": 255, "char_value": 97, "float32_value": 1.5, "float64_value": -2.25,
    "int8_value": -128, "uint8_value": 255, "int16_value": -32768, "uint16_value": 65535, "int32_value": -2147483648,
    "uint32_value": 4294967295, "int64_value": -9223372036854775808, "uint64_value": 9223372036854775807,
}
ROWS = [
    ("test_msgs/msg/BasicTypes", BASIC),
    ("test_msgs/msg/BasicTypes", {}),
    ("test_msgs/msg/Empty", {}),
    ("test_msgs/msg/Constants", {}),
    ("test_msgs/msg/Defaults", {}),
    ("test_msgs/msg/Strings", {}),
    ("test_msgs/msg/Strings", {"string_value": "お茶をお持ちしました。𠮷野さん👵", "bounded_string_value": "はい"}),
    ("test_msgs/msg/WStrings", {}),
    ("test_msgs/msg/WStrings", {"wstring_value": "右手を挙げてください", "unbounded_sequence_of_wstrings": ["", "東", "南北"]}),
    ("test_msgs/msg/Arrays", {}),
    ("test_msgs/msg/Arrays", {"string_values": ["一", "", "三階"], "uint8_values": [1, 2, 255], "alignment_check": 7}),
    ("test_msgs/msg/BoundedSequences", {}),
    ("test_msgs/msg/UnboundedSequences", {}),
    ("test_msgs/msg/UnboundedSequences", {
        "bool_values": [True, False], "byte_values": [0, 128], "string_values": ["あ", "いう"], "float64_values": [0.5],
        "uint8_values": [9, 8, 7, 6, 5], "int64_values": [-1], "basic_types_values": [BASIC, {}],
        "constants_values": [{}, {}, {}], "alignment_check": -7}),
    ("test_msgs/msg/MultiNested", {}),
    ("test_msgs/msg/Nested", {"basic_types_value": BASIC}),
    ("geometry_msgs/msg/TwistStamped", {
        "header": {"stamp": {"sec": 5, "nanosec": 6}, "frame_id": "base_link"}, "twist": {"linear": {"x": 0.25}}}),
    ("std_srvs/srv/Trigger_Request", {}),
    ("std_srvs/srv/SetBool_Response", {"success": True, "message": "明かりをつけました"}),
    ("test_msgs/action/Fibonacci_SendGoal_Request", {"goal_id": {"uuid": list(range(16))}, "goal": {"order": 5}}),
    ("test_msgs/action/Fibonacci_SendGoal_Response", {"accepted": True, "stamp": {"sec": 1, "nanosec": 2}}),
    ("test_msgs/action/Fibonacci_GetResult_Response", {"status": 4, "result": {"sequence": [0, 1, 1, 2, 3]}}),
    ("test_msgs/action/Fibonacci_FeedbackMessage", {"goal_id": {"uuid": [3] * 16}, "feedback": {"sequence": [0, 1]}}),
    ("action_msgs/srv/CancelGoal_Request", {"goal_info": {"goal_id": {"uuid": [255] * 16}}}),
]


def found(name):
    package, kind, base = name.split("/")
    module = importlib.import_module(f"{package}.{kind}")
    if kind == "srv":
        owner, part = base.split("_")
        return getattr(getattr(module, owner), part)
    if kind == "action":
        owner, part = base.split("_", 1)
        if part in ("Goal", "Result", "Feedback"):
            return getattr(getattr(module, owner), part)
        hidden = getattr(module, owner).Impl
        if part == "FeedbackMessage":
            return hidden.FeedbackMessage
        service, half = part.split("_")
        return getattr(getattr(hidden, service + "Service"), half)
    return getattr(module, base)


def fill(message, values):
    for name, value in values.items():
        fields = message.get_fields_and_field_types()
        current = getattr(message, name)
        if isinstance(value, dict):
            fill(current, value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            kind = fields[name].removeprefix("sequence<").removesuffix(">")
            package, base = kind.split("/")
            items = [found(f"{package}/msg/{base}")() for _ in value]
            for item, inner in zip(items, value):
                fill(item, inner)
            setattr(message, name, items)
        elif fields[name] == "octet":
            setattr(message, name, bytes([value]))
        elif "octet" in fields[name]:
            setattr(message, name, [bytes([each]) for each in value])
        else:
            setattr(message, name, value)
    return message


if __name__ == "__main__":
    for name, values in ROWS:
        data = serialize_message(fill(found(name)(), values))
        print(name, json.dumps(values, ensure_ascii=False), data.hex(), sep="\t")
