"""Speaks the harness protocol for `@scrapbook/kernel-io` inside a Deno kernel: JSON lines on stdin and stdout.

    .kernels/bin/python conformance/harnesses/ts-kernel-io/harness.py

Each request is a cell. What it glues is what the kernel sends before it says that the cell has ended: no more ever
reaches a notebook. The built packages are tested.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from jupyter_client.manager import start_new_kernel

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "python-scrapbook"))

from values import tag  # noqa: E402 - the folder is not a package

SHOWN = ("display_data", "execute_result")


def main() -> None:
    manager, client = start_new_kernel(startup_timeout=600, kernel_name="deno", cwd=str(HERE))
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder) / "letter.json"
        run(client, f"const {{ answerIn }} = await import({json.dumps(str(HERE / 'in-kernel.ts'))});")
        for line in sys.stdin:
            request = json.loads(line)
            if request["cmd"] == "stop":
                break
            letter.write_text(line, encoding="utf-8")
            outputs = run(client, f"await answerIn({json.dumps(str(letter))});")
            reply = json.loads(letter.read_text(encoding="utf-8"))
            if request["cmd"] == "run":
                reply["seq"] = request["seq"]
                if "result" in reply:
                    reply["result"] = {"outputs": outputs}
            print(json.dumps(reply), flush=True)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client: object, code: str) -> list[dict]:
    """Runs a cell; what it shows, as answers hold it."""
    outputs: list[dict] = []

    def hear(message: dict) -> None:
        content = message["content"]
        if message["msg_type"] in SHOWN:
            shown = {"data": tag(content["data"]), "metadata": tag(content["metadata"])}
            outputs.append({"outputType": message["msg_type"], **shown})
        elif message["msg_type"] == "error":
            print("\n".join(content["traceback"]), file=sys.stderr)

    client.execute_interactive(code, output_hook=hear, allow_stdin=False, timeout=600)
    return outputs


if __name__ == "__main__":
    main()
