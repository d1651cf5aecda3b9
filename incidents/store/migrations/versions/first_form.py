"""The form that was written before forms had numbers; databases of it are only recognised."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Leave it: `forms` recognises it by its columns."""
