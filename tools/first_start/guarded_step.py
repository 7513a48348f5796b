"""Run one step of the installation, and end it with all that it started as soon as our parent ends.

python guarded_step.py COMMAND...       its standard input is a pipe that the parent holds open
"""

import os
import signal
import subprocess
import sys
import threading


def main(command: list[str]) -> None:
    """The exit code is the step's."""
    threading.Thread(target=end_with_parent, daemon=True).start()
    held = () if os.name == "nt" else tuple(file for file in range(3, 64) if is_passed_on(file))
    code = subprocess.call(command, stdin=subprocess.DEVNULL, pass_fds=held)
    sys.stdout.flush()
    os._exit(code if code >= 0 else 1)


def is_passed_on(number: int) -> bool:
    """Is it a file that our parent passed on, its lock? Our own files are never passed on."""
    try:
        return os.get_inheritable(number)
    except OSError:
        return False


def end_with_parent() -> None:
    """Wait until the other end of the pipe is closed, however the parent ended."""
    os.read(0, 1)  # nobody writes there
    if sys.platform == "win32":
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(os.getpid())])
    else:
        os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
