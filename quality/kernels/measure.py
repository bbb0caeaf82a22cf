"""Measures gluing in a Deno kernel beside plain broadcasts. Its argument is a folder in which the packages are installed.

    .kernels/bin/python quality/kernels/measure.py FOLDER

Prints, for 1,000 scraps of 1 KB, how long it takes until the front end has all of them, how long the cell's own code
takes, and how many had come when the kernel said that the cell had ended; then how much memory a value of 20 MB takes
until the front end has it, each time in a new kernel.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty

from jupyter_client.manager import start_new_kernel

ROUNDS = 15
COUNT = 1000
SIZE = 20_000_000
SET_UP = 'import { glue } from "@scrapbook/kernel-io"; const text = "x".repeat(1000); await glue("warm", 1); undefined;'
TIMED = """{{ const start = performance.now(); {body}
  Deno.writeTextFileSync({path}, String(performance.now() - start)); }} undefined;"""
LOOP = f"for (let i = 0; i < {COUNT}; i++) {{ await %s }}"
GLUE = "glue(`x${i}`, text)"
BROADCAST = """Deno.jupyter.broadcast("display_data", { data: { "application/scrapbook.scrap.text+json":
  { name: `x${i}`, data: text, encoder: "text", version: 1 } }, metadata: {}, transient: {} });"""
WAYS = {
    "plain broadcasts": LOOP % BROADCAST,
    "glued at once": f"await Promise.all(Array.from({{ length: {COUNT} }}, (_, i) => {GLUE}));",
    "glued one after the other": LOOP % f"{GLUE};",
    "glued, not awaited": f"for (let i = 0; i < {COUNT}; i++) void {GLUE};",
}
LARGE = {
    "plain broadcast": BROADCAST.replace("x${i}", "big").replace("data: text", "data: big"),
    "glue": 'await glue("big", big);',
}


@dataclass
class Ran:
    """When all outputs had come, in seconds, and how many of them before the cell's end."""

    seconds: float
    before_end: int


class Kernel:
    def __init__(self, folder: str) -> None:
        self.manager, self.client = start_new_kernel(kernel_name="deno", cwd=folder)
        self.pid = self.manager.provisioner.pid
        self.run(SET_UP, 1)

    def run(self, code: str, outputs: int) -> Ran:
        start = time.perf_counter()
        asked = self.client.execute(code, allow_stdin=False)
        came, before_end, seconds = 0, None, 0.0
        while came < outputs or before_end is None:
            try:
                message = self.client.get_iopub_msg(timeout=60)
            except Empty:
                raise SystemExit(f"{came} of {outputs} outputs came: {code}") from None
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["msg_type"], message["content"]
            assert kind != "error", content
            if kind == "display_data":
                came += 1
                seconds = time.perf_counter() - start
            elif kind == "status" and content["execution_state"] == "idle":
                before_end = came
        self.client.get_shell_msg(timeout=60)
        return Ran(seconds, before_end)

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main() -> None:
    folder = sys.argv[1]
    measure_time(folder)
    for name, body in LARGE.items():
        print(f"20 MB, {name}: {measure_memory(folder, body):.2f} times its size")


def measure_time(folder: str) -> None:
    kernel = Kernel(folder)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "ms"

        def timed(body: str) -> tuple[float, float, int]:
            ran = kernel.run(TIMED.format(body=body, path=json.dumps(str(path))), COUNT)
            return ran.seconds * 1000, float(path.read_text()), ran.before_end

        for body in WAYS.values():
            timed(body)
        rounds = [{name: timed(body) for name, body in WAYS.items()} for _ in range(ROUNDS)]
    kernel.stop()
    plain = [one["plain broadcasts"] for one in rounds]
    for name in WAYS:
        times = [one[name] for one in rounds]
        until, code = median(time for time, _, _ in times), median(time for _, time, _ in times)
        ratio = median(time / beside for (time, _, _), (beside, _, _) in zip(times, plain, strict=True))
        in_code = median(time / beside for (_, time, _), (_, beside, _) in zip(times, plain, strict=True))
        had = min(before_end for _, _, before_end in times)
        print(f"{name}: {until:.0f} ms until they are there ({ratio:.2f} times the broadcasts')", end=", ")
        print(f"{code:.0f} ms in the cell's code ({in_code:.2f} times), {had} of {COUNT} there at its end")


median = statistics.median


def measure_memory(folder: str, body: str) -> float:
    """How far memory rises above what it was before the value was made, in sizes of the value."""
    kernel = Kernel(folder)
    # The kernel is still at work on what came before.
    time.sleep(1)
    before = memory(kernel.pid, "VmRSS")
    Path(f"/proc/{kernel.pid}/clear_refs").write_text("5")
    kernel.run(f'{{ const big = "x".repeat(1000).repeat({SIZE // 1000}); {body} }} undefined;', 1)
    risen = memory(kernel.pid, "VmHWM") - before
    kernel.stop()
    return risen / SIZE


def memory(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()
