"""A batch answers every line in order, whatever one of them is, over processes and a cluster."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from incidents.batch import (
    AHEAD,
    CHUNK,
    Answer,
    Reader,
    answer_all,
    answer_on_cluster,
    bounded_lines,
)
from incidents.errors import ConflictMapError
from incidents.records import Incident
from incidents.report import Report

ROOT = Path(__file__).resolve().parents[2]


def echo(report: Report) -> Sequence[Incident]:
    """Stand in for a reader: one incident a report, and an accident on request."""
    if report.text == "boom":
        raise ValueError("boom")
    return [
        Incident(
            id=report.id,
            report_id=report.id,
            event_type="Battles",
            sub_event_type="Armed clash",
        )
    ]


def make_echo() -> Reader:
    return echo


def line(number: int, text: str = "A report.") -> bytes:
    return json.dumps({"id": f"r{number}", "text": text}).encode() + b"\n"


def read(answers: Iterator[Answer]) -> list[dict[str, Any]]:
    return [json.loads(answer.line) for answer in answers]


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_come_in_input_order(workers: int) -> None:
    lines = [line(number) for number in range(3 * CHUNK + 5)]
    answers = read(answer_all(lines, make_echo, workers=workers))
    assert [answer["report_id"] for answer in answers] == [f"r{n}" for n in range(len(lines))]
    assert all(answer["incidents"][0]["sub_event_type"] == "Armed clash" for answer in answers)


@pytest.mark.parametrize(
    ("bad", "report_id", "said"),
    [
        (b"no json\n", None, "no report"),
        (b'{"id": "x"}\n', "x", "text"),
        (b'{"id": "x", "text": "  "}\n', "x", "empty"),
        (b'{"id": "x", "text": "A.", "published": "last Tuesday"}\n', "x", "last Tuesday"),
        (b'{"id": "x", "text": "A.", "language": "xx"}\n', "x", "xx"),
        (b"\xff\xfe\n", None, "no report"),
        (b'{"id": "x", "text": ' + b"[" * 100_000, None, "no report"),
        (b'{"id": "x", "text": "A.", "more": ' + b"[" * 100_000 + b"]" * 100_000, None, "too deep"),
        (b'{"id": "x", "text": "A \\ud800 half."}', None, "no report"),
        (line(7, "boom"), "r7", "boom"),
    ],
)
def test_a_line_that_cannot_be_read_gets_its_error_and_the_run_goes_on(
    bad: bytes, report_id: str | None, said: str
) -> None:
    answers = list(answer_all([line(1), bad, line(2)], make_echo, workers=1))
    assert [answer.failed for answer in answers] == [False, True, False]
    told = json.loads(answers[1].line)
    assert told["report_id"] == report_id
    assert said in told["error"]
    assert told["error"].startswith("Line 2")


def test_empty_lines_are_passed_over() -> None:
    assert len(read(answer_all([b"\n", line(1), b"  \n"], make_echo, workers=1))) == 1


def test_what_is_under_way_does_not_grow_with_the_input() -> None:
    """No more lines are taken than the window needs before the first answer is out."""
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield line(taken)

    answers = answer_all(endless(), make_echo, workers=2)
    next(answers)
    answers.close()
    assert taken <= (2 * AHEAD + 2) * CHUNK


def test_a_cluster_answers_as_one_process_does() -> None:
    distributed = pytest.importorskip("distributed", reason="the cluster extra is not installed")
    lines = [line(number, "boom" if number == 5 else "A.") for number in range(2 * CHUNK)]
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        there = list(answer_on_cluster(lines, make_echo, cluster.scheduler_address))
    assert there == list(answer_all(lines, make_echo, workers=1))


def test_a_scheduler_that_is_not_there_is_said() -> None:
    pytest.importorskip("distributed", reason="the cluster extra is not installed")
    with pytest.raises(ConflictMapError, match="No Dask scheduler answers"):
        list(answer_on_cluster([line(1)], make_echo, "no-such-protocol://nowhere"))


def test_a_line_that_is_too_long_is_told_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing holds more of it than the limit."""
    monkeypatch.setattr("incidents.batch.LONGEST_LINE", 100)
    lines = list(bounded_lines(io.BytesIO(line(1, "A. " * 200) + line(2))))
    assert max(map(len, lines)) == 101
    answers = read(answer_all(lines, make_echo, workers=1))
    assert "over 0 MB" in answers[0]["error"]
    assert answers[1]["report_id"] == "r2"


def test_a_language_that_is_not_read_is_noted() -> None:
    text = "Hombres armados mataron a tres personas en la aldea el martes, según dijo el jefe."
    (answer,) = answer_all([line(1, text)], make_echo, workers=1)
    assert answer.notes[0].startswith("Line 1: The text seems to be Spanish")


PARENT = """
import os, sys
from tests.incidents.test_batch import line, make_slow
from incidents.batch import answer_all
for answer in answer_all(map(line, range(10_000)), make_slow, workers=2):
    print(answer.line.decode(), flush=True)
"""


def tell_pid(report: Report) -> Sequence[Incident]:
    return [
        Incident(
            id=str(os.getpid()),
            report_id=report.id,
            event_type="Battles",
            sub_event_type="Armed clash",
        )
    ]


def make_slow() -> Reader:
    return tell_pid


def test_workers_end_with_their_parent() -> None:
    """They hold its output open: that ends when the last of them has."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        worker = int(json.loads(parent.stdout.readline())["incidents"][0]["id"])
        assert worker != parent.pid
        parent.kill()
        parent.stdout.read()
