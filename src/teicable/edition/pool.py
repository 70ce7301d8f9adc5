"""Do many pieces of work with several processes and hand the results back in the order of the work."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from teicable.edition.worker import Setup, Worker
from teicable.errors import TeicableError

Job = TypeVar("Job")
Result = TypeVar("Result")
ENOUGH = 16
"""Pieces of work for which another process is worth the time it takes to start."""


def workers(work: int, jobs: int = 0) -> int:
    """Return how many processes to use: ``jobs`` where given, else by cores and work, never more than the work."""
    return max(1, min(jobs, work) if jobs else min(_cores(), -(-work // ENOUGH)))


class Pool:
    """Workers set up once for a build; with one worker everything happens in this process.

    Processes are spawned, never forked: XML libraries that were forked in mid-work fail in strange ways.
    """

    def __init__(self, setup: Setup, count: int) -> None:
        self._count = count
        self._own = Worker(setup) if count == 1 else None
        self._executor = (
            None if count == 1 else ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin, (setup,))
        )

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *error: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def map(self, task: Callable[[Worker, Job], Result], work: Iterable[Job]) -> Iterator[Result]:
        """Yield ``task(worker, job)`` for each job, in order, with few results waiting at any time.

        Raises:
            TeicableError: a worker process died.
        """
        if self._executor is None:
            assert self._own is not None
            for job in work:
                yield task(self._own, job)
            return
        submitted = (self._executor.submit(_do, task, job) for job in work)
        hint = "run again with `-j 1`: the last file named is the one that caused it, or memory was short"
        yield from _results(submitted, 4 * self._count, hint)


def apart(task: Callable[[Job], Result], work: Sequence[Job], jobs: int = 0) -> Iterator[Result]:
    """Yield ``task(job)`` for each job, in order; each is done in a process of its own, which gives its memory back.

    No more than ``jobs`` of these run at once, where given, else one for each core. One alone is done in this process.

    Raises:
        TeicableError: a process died.
    """
    if len(work) < 2:
        yield from map(task, work)
        return
    count, context = min(jobs or _cores(), len(work)), multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, context, _leave_interruptions, max_tasks_per_child=1) as executor:
        submitted = (executor.submit(task, job) for job in work)
        yield from _results(submitted, count, "memory may have been short: close other programs, and run again")


def _results(submitted: Iterable[Future[Result]], ahead: int, hint: str) -> Iterator[Result]:
    """Yield results in the order of the work; no more than ``ahead`` pieces of it are under way or waiting.

    Raises:
        TeicableError: a process died; ``hint`` says what to do.
    """
    waiting: deque[Future[Result]] = deque()
    try:
        for future in submitted:
            waiting.append(future)
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise TeicableError("a worker process ended unexpectedly; nothing was left half-written", hint) from error


_worker: Worker | None = None


def _begin(setup: Setup) -> None:
    """Set this process up."""
    global _worker
    _leave_interruptions()
    _worker = Worker(setup)


def _leave_interruptions() -> None:
    """Leave an interruption to the process that started this one: it is its business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(task: Callable[[Any, Any], Any], job: Any) -> Any:
    return task(_worker, job)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
