"""How well texts are read that others wrote and coded: 801 of them, with their own scorer.

    python benchmarks/evaluate_real.py [FOLDER] [--only isaf|muc|wiki|nigeria] [--misses FILE]

FOLDER holds `cases.jsonl` and `score.py` (default: `benchmarks/real` in the folder that
CONFLICT_MAP_SHARED names, else in `../shared`); nothing of them is part of the project. The scorer
runs this environment's `conflict-map extract --jsonl` over the texts. The texts bear no licence:
measure with them, and write no rule or test from their sentences.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from shlex import quote

VARIABLE = "CONFLICT_MAP_SHARED"
BESIDE = Path(__file__).resolve().parents[2] / "shared"


def default_folder() -> Path:
    """Return where the texts lie if nobody says otherwise."""
    return Path(os.environ.get(VARIABLE) or BESIDE) / "benchmarks" / "real"


def main() -> int:
    """Run the scorer, or say that it is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=default_folder())
    parser.add_argument("--only", help="one set")
    parser.add_argument("--misses", help="write what missed here, a line each")
    args = parser.parse_args()
    scorer = args.folder / "score.py"
    if not scorer.is_file():
        print(f"Real texts: {scorer} is not there; they are not part of the project.")
        print(f"Name the folder that holds benchmarks/real by {VARIABLE} to score them.")
        return 0
    asked = {"--only": args.only, "--misses": args.misses}
    options = [part for name, value in asked.items() if value for part in (name, value)]
    program = f"{quote(str(Path(sys.executable).with_name('conflict-map')))} extract --jsonl"
    command = [sys.executable, str(scorer), "--cmd", program, *options]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
