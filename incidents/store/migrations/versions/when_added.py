"""Reports know when they were added, and by whom; of those that are there nobody knows it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two columns."""
    op.add_column("reports", sa.Column("added", sa.String(), nullable=True))
    op.add_column("reports", sa.Column("added_by", sa.String(), nullable=True))
