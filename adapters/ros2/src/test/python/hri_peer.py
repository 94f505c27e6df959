"""Be an application of ROS4HRI, as rclpy is: does what each line of its input asks, and says in a line what came of it.

    say TEXT | cancel TEXT | ask SCHEMA QUESTION | speak TEXT | speech | intent | person ID | left | get NAME | set NAME on|off
    state | transition ID | diagnostics
"""

import sys

import rclpy
from communication_skills.action import Ask, Say
from diagnostic_msgs.msg import DiagnosticArray
from hri_actions_msgs.msg import Intent
from hri_msgs.msg import IdsList, LiveSpeech
from lifecycle_msgs.srv import ChangeState, GetState
from rcl_interfaces.msg import ParameterType
from rclpy.action import ActionClient
from rclpy.executors import SingleThreadedExecutor
from rclpy.parameter import Parameter
from rclpy.parameter_client import AsyncParameterClient

NODE = "/aizuchi"


class Application:
    def __init__(self, node):
        self.node = node
        self.executor = SingleThreadedExecutor()
        self.executor.add_node(node)
        self.heard = {"speech": [], "intent": [], "diagnostics": []}
        self.hear(LiveSpeech, "/humans/voices/anonymous_speaker/speech", "speech",
                  lambda text: f"{text.incremental}|{text.final}|{text.language}")
        self.hear(Intent, "/intents", "intent", lambda intent: f"{intent.intent} {intent.data}")
        self.hear(DiagnosticArray, "/diagnostics", "diagnostics",
                  lambda array: " ".join(f"{each.name}={ord(each.level)}" for each in array.status))
        self.spoken = node.create_publisher(LiveSpeech, "/humans/voices/person_1/speech", 10)
        self.persons = node.create_publisher(IdsList, "/humans/persons/tracked", 10)
        self.parameters = AsyncParameterClient(node, NODE)
        self.skills = {kind: ActionClient(node, kind, f"/skill/{kind.__name__.lower()}") for kind in (Say, Ask)}

    def hear(self, kind, topic, name, told):
        self.node.create_subscription(kind, topic, lambda message: self.heard[name].append(told(message)), 10)

    def end(self, future):
        self.executor.spin_until_future_complete(future, timeout_sec=30)
        return future.result()

    def call(self, kind, service, request):
        client = self.node.create_client(kind, NODE + service)
        client.wait_for_service(30)
        return self.end(client.call_async(request))

    def goal(self, kind, goal, cancel=False):
        client = self.skills[kind]
        client.wait_for_server(30)
        handle = self.end(client.send_goal_async(goal))
        if not handle.accepted:
            return "rejected"
        if cancel:
            self.end(handle.cancel_goal_async())
        ended = self.end(handle.get_result_async())
        return f"{ended.status} {ended.result.result.error_code} {getattr(ended.result, 'answers', '')}"

    def tell(self, publisher, message):
        while publisher.get_subscription_count() == 0:
            self.executor.spin_once(timeout_sec=0.1)
        publisher.publish(message)
        return "told"

    def do(self, line):
        what, _, rest = line.partition(" ")
        if what in self.heard:
            while not self.heard[what]:
                self.executor.spin_once(timeout_sec=1)
            return self.heard[what].pop(0)
        if what in ("say", "cancel"):
            return self.goal(Say, Say.Goal(input=rest), what == "cancel")
        if what == "ask":
            schema, _, question = rest.partition(" ")
            return self.goal(Ask, Ask.Goal(answers_schema=schema, question=question))
        if what == "speak":
            return self.tell(self.spoken, LiveSpeech(final=rest, confidence=0.9))
        if what in ("person", "left"):
            return self.tell(self.persons, IdsList(ids=[rest] if rest else []))
        if what == "get":
            self.parameters.wait_for_services(30)
            value = self.end(self.parameters.get_parameters([rest])).values[0]
            return value.string_value if value.type == ParameterType.PARAMETER_STRING else str(value.bool_value)
        if what == "set":
            self.parameters.wait_for_services(30)
            name, _, value = rest.partition(" ")
            results = self.end(self.parameters.set_parameters([Parameter(name, value=value == "on")])).results
            return f"{results[0].successful} {results[0].reason}"
        if what == "state":
            return self.call(GetState, "/get_state", GetState.Request()).current_state.label
        request = ChangeState.Request()
        request.transition.id = int(rest)
        return str(self.call(ChangeState, "/change_state", request).success)


if __name__ == "__main__":
    rclpy.init()
    application = Application(rclpy.create_node(sys.argv[1] if len(sys.argv) > 1 else "application"))
    print("ready", flush=True)
    for asked in sys.stdin:
        print(application.do(asked.strip()), flush=True)
