"""Say something and wait for its echo from peer.py, as many times as the argument says; print p50, p95, p99 in ms."""

import sys
import time

import rclpy
from rclpy.executors import SingleThreadedExecutor
from std_msgs.msg import String

WARM = 300

if __name__ == "__main__":
    rclpy.init()
    node = rclpy.create_node("ping")
    heard = []
    node.create_subscription(String, "/contract/heard", lambda text: heard.append(time.perf_counter()), 100)
    said = node.create_publisher(String, "/contract/said", 100)
    executor = SingleThreadedExecutor()
    executor.add_node(node)
    while not heard:
        said.publish(String(data="もしもし"))
        executor.spin_once(timeout_sec=0.1)
    time.sleep(0.2)
    executor.spin_once(timeout_sec=0.1)
    print("ready", flush=True)
    times = []
    for _ in range(int(sys.argv[1]) + WARM):
        heard.clear()
        begin = time.perf_counter()
        said.publish(String(data="こんにちは"))
        while not heard:
            executor.spin_once(timeout_sec=1)
        times.append((heard[0] - begin) * 1e3)
    times = sorted(times[WARM:])
    print(" ".join(f"{times[min(len(times) - 1, len(times) * part // 100)]:.3f}" for part in (50, 95, 99)), flush=True)
