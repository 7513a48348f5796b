"""How papermill's kernels start and end: by jupyter_client's extension point, the provisioner."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any, ClassVar
from uuid import uuid4

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from lkjip_analysis.building.kernels import ERRORS, Kernels, connection, server


def manager_of(kernels: Kernels, folder: Path) -> type[AsyncKernelManager]:
    """The class of manager of one of `kernels`, whose sockets and stderr are in `folder`."""
    return type("ReportKernelManager", (_Manager,), {"kernels": kernels, "folder": folder})


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
            with (self.folder / ERRORS).open("wb") as errors:
                await super().launch_kernel(cmd, **kwargs, stdout=errors, stderr=errors)
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
                    return
            if not await self._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
        raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")


class _Manager(AsyncKernelManager):
    kernels: ClassVar[Kernels]
    folder: ClassVar[Path]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs, **connection(self.folder))
        self.client_factory = _Client
        self.kernel_id = str(uuid4())
        self.provisioner = _Provisioner(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )
        self.provisioner.kernels, self.provisioner.folder = self.kernels, self.folder
