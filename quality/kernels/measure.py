"""Measures gluing in a Deno kernel, as ratios in one run. Its argument is a folder in which the packages are installed.

    .kernels/bin/python quality/kernels/measure.py FOLDER

Prints how long 1,000 scraps of 1 KB take beside 1,000 plain broadcasts, and how much memory a value of 20 MB takes.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import start_new_kernel

ROUNDS = 7
SIZE = 20_000_000
SET_UP = 'import { glue } from "@scrapbook/kernel-io"; const text = "x".repeat(1000); await glue("warm", 1); undefined;'
TIMED = """{{ const start = performance.now();
  for (let i = 0; i < 1000; i++) {{ {body} }}
  Deno.writeTextFileSync({path}, String(performance.now() - start)); }} undefined;"""
GLUE = "await glue(`x${i}`, text);"
AT_ONCE = """{{ const start = performance.now();
  await Promise.all(Array.from({{ length: 1000 }}, (_, i) => glue(`x${{i}}`, text)));
  Deno.writeTextFileSync({path}, String(performance.now() - start)); }} undefined;"""
BROADCAST = """await Deno.jupyter.broadcast("display_data", { data: { "application/scrapbook.scrap.text+json":
  { name: `x${i}`, data: text, encoder: "text", version: 1 } }, metadata: {}, transient: {} });"""


def main() -> None:
    manager, client = start_new_kernel(kernel_name="deno", cwd=sys.argv[1])

    def run(code: str) -> None:
        reply = client.execute_interactive(code, output_hook=lambda _: None, allow_stdin=False, timeout=120)
        assert reply["content"]["status"] == "ok", reply["content"]

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ms"

        def timed(code: str, body: str = "") -> float:
            run(code.format(body=body, path=json.dumps(str(path))))
            return float(path.read_text())

        run(SET_UP)
        timed(TIMED, BROADCAST), timed(TIMED, GLUE), timed(AT_ONCE)
        rounds = [(timed(TIMED, BROADCAST), timed(AT_ONCE), timed(TIMED, GLUE)) for _ in range(ROUNDS)]
    print(f"1,000 plain broadcasts: {statistics.median(plain for plain, _, _ in rounds):.0f} ms")
    for name, at in (("glued at once", 1), ("glued one after the other", 2)):
        ratios = [times[at] / times[0] for times in rounds]
        print(f"{name}: {statistics.median(ratios):.1f} times that, {min(ratios):.1f} to {max(ratios):.1f}")
    for name, body in (
        ("glue", 'await glue("big", big);'),
        ("plain broadcast", BROADCAST.replace("x${i}", "big").replace("data: text", "data: big")),
    ):
        print(f"20 MB, {name}: {peak(manager.provisioner.pid, run, body):.2f} times its size")
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def peak(pid: int, run: object, body: str) -> float:
    """How far memory rises above what it was before the value was made, in sizes of the value."""
    before = memory(pid, "VmRSS")
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    run(f'{{ const big = "x".repeat(1000).repeat({SIZE // 1000}); {body} }} undefined;')
    return (memory(pid, "VmHWM") - before) / SIZE


def memory(pid: int, name: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()
