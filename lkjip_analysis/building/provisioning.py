"""How papermill's kernels start and end: by jupyter_client's extension point, the provisioner."""

from __future__ import annotations

import asyncio
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any, ClassVar
from uuid import uuid4

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from lkjip_analysis.building import no_debugger
from lkjip_analysis.building.kernels import ERRORS, Kernels, connection, private_folder, server
from lkjip_analysis.building.staying_kernels import BEGIN_AGAIN


def manager_of(kernels: Kernels, folder: Path) -> type[Manager]:
    """The class of manager of one of `kernels`, whose sockets and stderr are in `folder`."""
    return type("ReportKernelManager", (Manager,), {"kernels": kernels, "folder": folder})


def lent(kernels: Kernels) -> Manager:
    """A kernel that stays and is used by nobody now, or one that is yet to be started."""
    idle: Manager | None = kernels.lend()
    if idle is not None:
        return idle
    return manager_of(kernels, kernels.kept_until_stopped(private_folder()))()


def given_back(manager: Manager, is_whole: bool) -> None:
    """What was lent can be lent again; or it ends, where something went wrong in it."""
    manager.leave()
    if is_whole:
        manager.kernels.take_back(manager)
    else:
        manager.end()


class _Provisioner(LocalProvisioner):
    """Starts a kernel by forking where that is possible, and sees at once that it has ended."""

    kernels: Kernels
    folder: Path
    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        given = {**kwargs["env"], **self.kernels.environment}, self.kernels.folder
        source = server()
        self.process = source and source.fork(cmd[cmd.index("-f") :], *given, self.folder / ERRORS)
        if self.process:
            self.pid = self.pgid = self.process.pid
        else:  # forking is not safe here, or was not possible
            kwargs["env"], kwargs["cwd"] = given
            own = [sys.executable, "-c", no_debugger.START, *cmd[cmd.index("-f") :]]
            with (self.folder / ERRORS).open("wb") as errors:
                await super().launch_kernel(own, **kwargs, stdout=errors, stderr=errors)
        self.kernels.add(self.process)
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        await super().kill(restart)
        await self.wait()  # the manager would look again after a tenth of a second only

    async def wait(self) -> int | None:
        process = self.process
        while process is not None and process.poll() is None:
            await asyncio.sleep(0.01)
        if process is not None:
            self.kernels.forget(process)
        return await super().wait()


class _Client(AsyncKernelClient):
    """Is ready when the kernel has answered, without waiting for what else might still come.

    What else comes belongs to no cell, and is told from a cell's messages by its parent.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        until = time.monotonic() + (timeout or 60)
        while time.monotonic() < until:
            self.kernel_info()
            with suppress(Empty):
                reply = await self.shell_channel.get_msg(timeout=1)
                if reply["msg_type"] == "kernel_info_reply":
                    await self.iopub_channel.get_msg(timeout=0.2)  # empty: not connected yet
                    self._handle_kernel_info_reply(reply)
                    manager: Any = self.parent
                    if manager.uses > 1:
                        await self._begin_again(until)
                    return
            if not await self._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    async def _begin_again(self, until: float) -> None:
        """Have the kernel clear what the notebook before left in it."""
        reply: dict[str, Any] = {}
        asked = self.execute(BEGIN_AGAIN, silent=True)
        while reply.get("parent_header", {}).get("msg_id") != asked:
            reply = await self.shell_channel.get_msg(timeout=max(until - time.monotonic(), 0))
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"Kernel did not begin again: {reply['content'].get('evalue')}")


class Manager(AsyncKernelManager):
    """One kernel of a report. `uses` counts the notebooks that were run in it.

    It says itself how a kernel is started: to look for who else could say it imports IPython.
    """

    kernels: ClassVar[Kernels]
    folder: ClassVar[Path]
    uses = 0
    _used_by: Any = None

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, **connection(self.folder))
        self.client_factory = _Client
        self.kernel_id = str(uuid4())
        self._kernel_spec = KernelSpec(argv=["-f", "{connection_file}"], language="python")
        self.provisioner = _Provisioner(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )
        self.provisioner.kernels, self.provisioner.folder = self.kernels, self.folder

    def client(self, **kwargs: Any) -> Any:
        self.uses += 1
        self._used_by = super().client(**kwargs)
        return self._used_by

    def leave(self) -> None:
        """Close the way to the kernel that its last notebook used."""
        if self._used_by is not None:
            self._used_by.stop_channels()

    def end(self) -> None:
        """Kill the kernel, where it runs, and wait: Windows keeps the folder of one that dies."""
        provisioner: Any = self.provisioner
        if provisioner.process is not None:
            with suppress(OSError):
                provisioner.process.kill()
                provisioner.process.wait()
            self.kernels.forget(provisioner.process)
