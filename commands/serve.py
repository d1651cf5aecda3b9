"""`conflict-map serve`: make everything ready, then hand over to Streamlit."""

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from incidents.team import TEAM_VARIABLE, Team, read_team

ROOT = Path(__file__).resolve().parent.parent
FIRST_PORT = 8501
PORTS_TRIED = 20


def serve(
    port: Annotated[
        int | None, typer.Option(help="Port to listen on; the first free one from 8501 otherwise.")
    ] = None,
    *,
    headless: Annotated[
        bool, typer.Option("--headless", help="Do not open a browser window.")
    ] = False,
    team: Annotated[
        Path | None,
        typer.Option(
            envvar=TEAM_VARIABLE, help="Serve a team that signs in; its file (docs/team-server.md)."
        ),
    ] = None,
) -> None:
    """Open the dashboard in a browser, on this machine only (127.0.0.1).

    With --team it is a team's server: nobody sees anything without signing in, and readers
    change nothing.
    """
    # Imported late: `conflict-map --help` should not wait for geopandas.
    from geo.assets import prepare_static  # noqa: PLC0415
    from geo.pipeline import default_pipeline  # noqa: PLC0415

    known = read_team(team) if team else None
    print("conflict-map: making the map's files and the gazetteer ready ...", file=sys.stderr)
    prepare_static(ROOT / "static")
    default_pipeline(progress=_say)
    chosen = port or _free_port()
    print(f"conflict-map: {_where(known, chosen)} (stop with Ctrl+C)", file=sys.stderr)
    # Said by this alone: what another run left in the environment starts no team's server.
    os.environ.pop(TEAM_VARIABLE, None)
    if team:
        os.environ[TEAM_VARIABLE] = str(team.resolve())
    command = [sys.executable, "-m", "ui.serving", str(chosen)]
    if headless or known:
        command.append("--headless")
    # Streamlit reads .streamlit/config.toml from the folder that it starts in.
    os.chdir(ROOT)
    sys.stderr.flush()
    os.execv(sys.executable, command)  # noqa: S606  the same interpreter, no shell


def _where(team: Team | None, port: int) -> str:
    if team is None:
        return f"http://127.0.0.1:{port}, for this machine only and without a sign-in"
    outside = f"https://{team.host}" if team.secure else f"http://{team.host}:{port}"
    return (
        f"{outside}, for a team that signs in ({team.sentence()}); listening on "
        f"{team.listen}:{port}"
    )


_said: set[str] = set()


def _say(what: str, part: float) -> None:
    # A line for each step, and none for each of its hundred thousand towns.
    if what not in _said:
        _said.add(what)
        print(f"conflict-map:   {what} ({part:.0%}) ...", file=sys.stderr)


def _free_port() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise typer.BadParameter(
        f"ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are all taken; give one by --port"
    )
