"""How papermill's kernels start and end: by jupyter_client's extension point, the provisioner."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar
from uuid import uuid4

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from lkjip_analysis.kernels import Kernels, server


def manager_of(kernels: Kernels) -> type[AsyncKernelManager]:
    """The class of kernel manager whose kernels belong to `kernels`."""
    return type("ReportKernelManager", (_Manager,), {"kernels": kernels})


class _Provisioner(LocalProvisioner):
    """Starts a kernel by forking where that is possible, and sees at once that it has ended."""

    kernels: Kernels
    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        source = server()
        given = {**kwargs, "env": self.kernels.environment, "cwd": self.kernels.folder}
        if source is None:
            await super().launch_kernel(cmd, **given)
        else:
            arguments = cmd[cmd.index("-f") :]
            self.process = source.fork(arguments, self.kernels.environment, self.kernels.folder)
            self.pid = self.pgid = self.process.pid
        self.kernels.add(self.process)
        return self.connection_info

    async def wait(self) -> int | None:
        process = self.process
        while process is not None and process.poll() is None:
            await asyncio.sleep(0.01)
        if process is not None:
            self.kernels.forget(process)
        return await super().wait()


class _Manager(AsyncKernelManager):
    kernels: ClassVar[Kernels]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kernel_id = str(uuid4())
        self.provisioner = _Provisioner(
            kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
        )
        self.provisioner.kernels = self.kernels
