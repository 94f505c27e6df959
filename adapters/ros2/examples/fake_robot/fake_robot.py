"""Be a robot that drives by Nav2, without a robot: to try a robot file, or to copy and change.

It takes NavigateToPose goals with feedback and cancelling, drives by /cmd_vel with a dead-man of its own, and tells
/odom, /battery_state, /emergency_stop and /diagnostics. See README.md.
"""

import math
import sys
import threading
import time

import rclpy
from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue
from geometry_msgs.msg import Twist
from nav2_msgs.action import NavigateToPose
from nav_msgs.msg import Odometry
from rclpy.action import ActionServer, CancelResponse, GoalResponse
from rclpy.callback_groups import ReentrantCallbackGroup
from rclpy.duration import Duration
from rclpy.executors import MultiThreadedExecutor
from rclpy.node import Node
from sensor_msgs.msg import BatteryState
from std_msgs.msg import Bool
from std_srvs.srv import SetBool

PERIOD = 0.05  # seconds between two steps
DEAD_MAN = 0.3  # seconds after which the last velocity counts no more
FRAME = "map"
DRAIN = 0.0005  # charge for each metre


def yaw(orientation):
    return math.atan2(2 * orientation.w * orientation.z, 1 - 2 * orientation.z * orientation.z)


class FakeRobot(Node):
    def __init__(self):
        super().__init__("fake_robot")
        self.declare_parameter("speed", 0.5)  # metres a second
        self.declare_parameter("blocked", False)  # whether something stands in the way
        self.declare_parameter("battery", 0.8)  # charge from 0 to 1 at the start
        self.lock = threading.Lock()
        self.x = self.y = self.heading = 0.0
        self.velocity, self.turn, self.heard = 0.0, 0.0, -math.inf
        self.charge = self.get_parameter("battery").value
        self.pressed = False
        self.goal = None

        self.odometry = self.create_publisher(Odometry, "odom", 10)
        self.battery = self.create_publisher(BatteryState, "battery_state", 10)
        self.emergency = self.create_publisher(Bool, "emergency_stop", 10)
        self.diagnostics = self.create_publisher(DiagnosticArray, "/diagnostics", 10)
        self.create_subscription(Twist, "cmd_vel", self.drive, 10)
        self.create_service(SetBool, "~/press_emergency_stop", self.press)
        self.group = ReentrantCallbackGroup()
        self.server = ActionServer(
            self, NavigateToPose, "navigate_to_pose", self.navigate, callback_group=self.group,
            goal_callback=self.may_go, cancel_callback=lambda goal: CancelResponse.ACCEPT)
        self.create_timer(PERIOD, self.step)
        self.create_timer(0.5, self.tell)

    # What moves it

    def drive(self, twist):
        with self.lock:
            self.velocity, self.turn, self.heard = twist.linear.x, twist.angular.z, time.monotonic()

    def may_go(self, request):
        known = request.pose.header.frame_id in ("", FRAME)
        return GoalResponse.ACCEPT if known and not self.pressed else GoalResponse.REJECT

    def navigate(self, goal):
        """Drive straight to a pose. A new goal takes the place of the one before, as with Nav2."""
        with self.lock:
            self.goal = goal
        target, begun = goal.request.pose.pose, time.monotonic()
        while True:
            left = math.hypot(target.position.x - self.x, target.position.y - self.y)
            if goal.is_cancel_requested:
                goal.canceled()
                return self.ended(goal)
            if self.pressed or self.goal is not goal or self.get_parameter("blocked").value:
                goal.abort()
                return self.ended(goal, NavigateToPose.Result.UNKNOWN, "the way is blocked")
            if left < 0.01:
                with self.lock:
                    self.heading = yaw(target.orientation)
                goal.succeed()
                return self.ended(goal)
            self.go(target, left)
            feedback = NavigateToPose.Feedback(distance_remaining=left)
            feedback.current_pose.header.frame_id = FRAME
            feedback.current_pose.pose = self.pose()
            feedback.navigation_time = Duration(seconds=time.monotonic() - begun).to_msg()
            goal.publish_feedback(feedback)
            time.sleep(PERIOD)

    def go(self, target, left):
        step = min(left, self.get_parameter("speed").value * PERIOD)
        with self.lock:
            self.heading = math.atan2(target.position.y - self.y, target.position.x - self.x)
            self.move(step)

    def ended(self, goal, code=NavigateToPose.Result.NONE, message=""):
        with self.lock:
            if self.goal is goal:
                self.goal = None
        return NavigateToPose.Result(error_code=code, error_msg=message)

    def step(self):
        """Drive by the last velocity while it is fresh, and tell where the robot is."""
        with self.lock:
            if self.pressed or time.monotonic() - self.heard > DEAD_MAN:
                self.velocity = self.turn = 0.0
            if self.goal is None:
                self.heading += self.turn * PERIOD
                self.move(self.velocity * PERIOD)
            speed = self.get_parameter("speed").value if self.goal else self.velocity
        odometry = Odometry(child_frame_id="base_link")
        odometry.header.stamp = self.get_clock().now().to_msg()
        odometry.header.frame_id = FRAME
        odometry.pose.pose = self.pose()
        odometry.twist.twist.linear.x = float(speed)
        odometry.twist.twist.angular.z = self.turn
        self.odometry.publish(odometry)

    def move(self, distance):
        self.x += distance * math.cos(self.heading)
        self.y += distance * math.sin(self.heading)
        self.charge = max(0.0, self.charge - DRAIN * abs(distance))

    def pose(self):
        pose = Odometry().pose.pose
        pose.position.x, pose.position.y = self.x, self.y
        pose.orientation.z, pose.orientation.w = math.sin(self.heading / 2), math.cos(self.heading / 2)
        return pose

    # What it tells

    def press(self, request, response):
        self.pressed = request.data
        self.emergency.publish(Bool(data=self.pressed))
        response.success = True
        response.message = "非常停止中です" if self.pressed else "解除しました"
        return response

    def tell(self):
        stamp = self.get_clock().now().to_msg()
        battery = BatteryState(percentage=self.charge, present=True)
        battery.header.stamp = stamp
        self.battery.publish(battery)
        self.emergency.publish(Bool(data=self.pressed))
        status = DiagnosticStatus(name="fake_robot: base", hardware_id="fake_robot")
        status.level = DiagnosticStatus.ERROR if self.pressed else DiagnosticStatus.OK
        status.message = "emergency stop" if self.pressed else "driving" if self.goal else "standing"
        status.values = [KeyValue(key="battery", value=f"{self.charge:.2f}")]
        diagnostics = DiagnosticArray(status=[status])
        diagnostics.header.stamp = stamp
        self.diagnostics.publish(diagnostics)


if __name__ == "__main__":
    rclpy.init(args=sys.argv)
    executor = MultiThreadedExecutor(4)
    executor.add_node(FakeRobot())
    print("ready", flush=True)
    try:
        executor.spin()
    except (KeyboardInterrupt, rclpy.executors.ExternalShutdownException):
        pass
