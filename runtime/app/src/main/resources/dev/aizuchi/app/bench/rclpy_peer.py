"""Echo what is said, or say something and wait for its echo N times and print p50, p95, p99 in ms: echo | ping N."""

import sys
import time

import rclpy
from rclpy.executors import SingleThreadedExecutor
from std_msgs.msg import String

WARM = 300


def percentiles(times):
    times = sorted(times)
    return " ".join(f"{times[min(len(times) - 1, len(times) * part // 100)]:.4f}" for part in (50, 95, 99))


def ping(executor, said, heard, rounds):
    while not heard:
        said.publish(String(data="もしもし"))
        executor.spin_once(timeout_sec=0.1)
    quiet = time.monotonic()
    while time.monotonic() - quiet < 0.3:
        count = len(heard)
        executor.spin_once(timeout_sec=0.1)
        quiet = time.monotonic() if len(heard) > count else quiet
    times = []
    for _ in range(rounds + WARM):
        heard.clear()
        begin = time.perf_counter()
        said.publish(String(data="こんにちは"))
        while not heard:
            executor.spin_once(timeout_sec=1)
        times.append((heard[0] - begin) * 1e3)
    print(percentiles(times[WARM:]), flush=True)


if __name__ == "__main__":
    rclpy.init()
    node = rclpy.create_node("bench_" + sys.argv[1])
    executor = SingleThreadedExecutor()
    executor.add_node(node)
    if sys.argv[1] == "echo":
        out = node.create_publisher(String, "/bench/heard", 100)
        node.create_subscription(String, "/bench/said", out.publish, 100)
        print("ready", flush=True)
        executor.spin()
    else:
        heard = []
        node.create_subscription(String, "/bench/heard", lambda text: heard.append(time.perf_counter()), 100)
        ping(executor, node.create_publisher(String, "/bench/said", 100), heard, int(sys.argv[2]))
