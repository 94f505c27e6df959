"""Be the other end of BusContract, as rclpy is. Says "ready" once all stands, and lives until it is killed."""

import sys
import threading
import time

import rclpy
from rclpy.action import ActionClient, ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.executors import MultiThreadedExecutor, SingleThreadedExecutor
from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy
from sensor_msgs.msg import CompressedImage
from std_msgs.msg import String
from std_srvs.srv import SetBool
from test_msgs.action import Fibonacci

KEPT = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)
NEWEST = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)


class Peer:
    def __init__(self, node):
        self.group = ReentrantCallbackGroup()
        self.echo(node, String, "/contract/note", "/contract/noted", KEPT)
        self.kept = node.create_publisher(String, "/contract/kept", KEPT)
        self.kept.publish(String(data="遅れて来た人へ"))
        gaze = node.create_publisher(String, "/contract/gaze", NEWEST)
        self.timer = node.create_timer(0.05, lambda: gaze.publish(String(data="視線")))
        node.create_service(SetBool, "/contract/set", self.set)
        node.create_service(SetBool, "/contract/silent", self.silent, callback_group=self.group)
        self.action = ActionServer(
            node, Fibonacci, "/contract/fibonacci", self.count, callback_group=self.group,
            goal_callback=lambda goal: GoalResponse.REJECT if goal.order == 0 else GoalResponse.ACCEPT,
            cancel_callback=lambda goal: CancelResponse.ACCEPT)

        self.asked = set()
        self.told = node.create_publisher(String, "/contract/told", 10)
        self.service = node.create_client(SetBool, "/contract/hosted", callback_group=self.group)
        self.goals = ActionClient(node, Fibonacci, "/contract/hosted_fibonacci", callback_group=self.group)
        node.create_subscription(String, "/contract/ask", self.ask, 10, callback_group=self.group)

    def tell(self, text):
        while self.told.get_subscription_count() == 0:
            time.sleep(0.005)
        self.told.publish(String(data=text))

    async def ask(self, what):
        """Use what the bus serves; once, however often this is asked."""
        if what.data in self.asked:
            return
        self.asked.add(what.data)
        kind = what.data.split()[0]
        if kind == "service":
            self.service.wait_for_service()
            answer = await self.service.call_async(SetBool.Request(data=True))
            self.tell(answer.message)
            return
        self.goals.wait_for_server()
        first = rclpy.task.Future()
        goal = Fibonacci.Goal(order={"cancel": 1000, "goal": 3}.get(kind, 0))
        handle = await self.goals.send_goal_async(goal, feedback_callback=lambda told: first.set_result(told))
        if not handle.accepted:
            self.tell("rejected")
            return
        await first
        if kind == "cancel":
            await handle.cancel_goal_async()
        ended = await handle.get_result_async()
        self.tell(f"{ended.status} [{','.join(str(each) for each in ended.result.sequence)}]")

    @staticmethod
    def echo(node, kind, heard, said, quality):
        out = node.create_publisher(kind, said, quality)
        node.create_subscription(kind, heard, out.publish, quality)

    @staticmethod
    def set(request, response):
        response.success = request.data
        response.message = "了解しました" if request.data else "できません"
        return response

    @staticmethod
    async def silent(request, response):
        await rclpy.task.Future()
        return response

    @staticmethod
    def count(goal):
        order = goal.request.order
        if order < 0:
            goal.abort()
            return Fibonacci.Result(sequence=[-1])
        sequence = [0, 1]
        while len(sequence) < order:
            if goal.is_cancel_requested:
                goal.canceled()
                return Fibonacci.Result(sequence=sequence)
            sequence.append((sequence[-1] + sequence[-2]) % 1_000_000_007)
            goal.publish_feedback(Fibonacci.Feedback(sequence=sequence))
            time.sleep(0.02)
        goal.succeed()
        return Fibonacci.Result(sequence=sequence)


if __name__ == "__main__":
    rclpy.init()
    node = rclpy.create_node(sys.argv[1])
    peer = Peer(node)
    executor = MultiThreadedExecutor(3)
    executor.add_node(node)
    threading.Thread(target=executor.spin, daemon=True).start()
    # The echo has an executor of its own, as that of many threads takes milliseconds for each message.
    echo = rclpy.create_node(sys.argv[1] + "_echo")
    Peer.echo(echo, String, "/contract/said", "/contract/heard", 100)
    Peer.echo(echo, CompressedImage, "/contract/shown", "/contract/seen", 100)
    quick = SingleThreadedExecutor()
    quick.add_node(echo)
    print("ready", flush=True)
    quick.spin()
