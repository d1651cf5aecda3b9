import itertools

import numpy as np
import pytest

from geo.palette import EVENT_TYPES, PAPERS, Theme, marks, outline, radius_px, svg_path

THEMES: tuple[Theme, ...] = ("light", "dark")
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    bright = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) + 0.05 for c in (one, other))
    return bright[1] / bright[0]


def lab(rgb: np.ndarray) -> np.ndarray:
    matrix = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = matrix @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_land_and_letters_from_marks(theme: Theme) -> None:
    for mark in marks(theme).values():
        assert contrast(mark.colour, PAPERS[theme].land) >= 3
        assert contrast(mark.ink, mark.colour) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read_on_what_they_lie_on(theme: Theme) -> None:
    paper = PAPERS[theme]
    for ink, ground in (
        (paper.label, paper.land),
        (paper.ink, paper.panel),
        (paper.quiet, paper.panel),
        (paper.panel, paper.halo),
    ):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("blindness", ["none", *BLINDNESS])
def test_colours_differ_for_every_kind_of_colour_vision(theme: Theme, blindness: str) -> None:
    matrix = np.array(BLINDNESS.get(blindness, np.eye(3)))
    seen = {name: lab(matrix @ linear(mark.colour)) for name, mark in marks(theme).items()}
    for one, other in itertools.combinations(seen, 2):
        distance = float(np.linalg.norm(seen[one] - seen[other]))
        assert distance > 18, (one, other, distance)


def test_letter_shape_and_hatch_tell_the_types_apart_without_colour() -> None:
    for aspect in ("letter", "shape", "hatch_deg"):
        values = {getattr(mark, aspect) for mark in marks("light").values()}
        assert len(values) == len(EVENT_TYPES), aspect


def test_shapes_are_closed_and_cover_about_the_same_area() -> None:
    for mark in marks("light").values():
        corners = np.array(outline(mark.shape))
        x, y = corners.T
        area = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
        assert 2.4 <= area <= 3.5, mark.shape
        assert svg_path(mark.shape).startswith("M")
        assert svg_path(mark.shape).endswith("Z")


def test_size_grows_with_the_killed_up_to_a_limit() -> None:
    sizes = [radius_px(killed) for killed in (0, 1, 10, 50, 60)]
    assert sizes == sorted(sizes)
    assert radius_px(100_000) == 26
    assert radius_px(None) == radius_px(0) == 9
