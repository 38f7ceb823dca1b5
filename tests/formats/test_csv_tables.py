"""The headers of tables: each stands for a variable or for a column of ours."""

from reflist.formats import csv_tables
from reflist.model import KINDS, TYPES


def test_columns_hold_variables() -> None:
    special = {
        csv_tables.ID,
        csv_tables.TYPE,
        csv_tables.OTHER,
        csv_tables.FIRST_PAGE,
        csv_tables.LAST_PAGE,
        csv_tables.CITATION,
        csv_tables.EXTRA,
        csv_tables.DAY,
        csv_tables.DAY_OF_MONTH,
    }
    for table in (csv_tables.HEADERS, csv_tables.TAGS):
        assert {holds for holds, _ in table.values()} <= {*KINDS, *special}
        assert all(csv_tables.folded(header) == header for header in table)
    assert set(csv_tables.TYPE_NAMES.values()) == TYPES - {"review"}
    assert csv_tables.TYPE_NAMES.keys() >= csv_tables.PLAIN_TYPES
