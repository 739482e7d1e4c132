"""A disk that fails when told: the n-th call that changes anything writes half, and fails; and which bytes to hit."""

import errno
import os
from contextlib import contextmanager
from unittest import mock

SYNCS = tuple(name for name in ("fsync", "fdatasync") if hasattr(os, name))
CALLS = ("write", *SYNCS, "ftruncate", "replace", "rename", "link", "unlink")


class Killed(BaseException):
    """The process ends here: nothing after this is reached, nothing is tidied up."""


class Disk:
    """Counts the calls; from the n-th on each raises ``failure``, the first after having written half."""

    def __init__(self, at, failure, *, calls=CALLS, once=False):
        self.at, self.failure, self.calls, self.once, self.seen = at, failure, calls, once, 0

    def around(self, name, real):
        def call(*arguments, **named):
            self.seen += 1
            if self.seen < self.at or (self.once and self.seen > self.at):
                return real(*arguments, **named)
            if name == "write" and self.seen == self.at and len(arguments[1]) > 1:
                real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            raise self.failure()

        return call

    @contextmanager
    def inserted(self):
        with mock.patch.multiple(os, **{name: self.around(name, getattr(os, name)) for name in self.calls}):
            yield self


def places(text, every):
    """Where to hit lines: around each line's ends, inside each character of several bytes, and every n-th byte."""
    ends = [0, *(at + 1 for at, byte in enumerate(text) if byte == ord("\n"))]
    near = {at for end in ends for at in range(end - 3, end + 4) if 0 <= at < len(text)}
    return sorted(
        near | {at for at, byte in enumerate(text) if byte >= 0x80} | set(range(0, len(text), every))
    )


def killed(at):
    """A process killed at the n-th call."""
    return Disk(at, Killed)


def full(at):
    """A disk that is full at the n-th write or sync and has room again afterwards."""
    return Disk(
        at, lambda: OSError(errno.ENOSPC, "No space left on device"), calls=("write", *SYNCS), once=True
    )
