"""Tables with tabs between cells; otherwise those of `reflist.formats.csv`, which finds the delimiter itself."""

from functools import partial

from reflist.formats import csv
from reflist.formats.sniffing import SNIFFERS

FORMAT = csv.FORMAT._replace(
    name="tsv",
    title="CSV with tabs (TSV)",
    suffixes=(".tsv", ".tab"),
    write=partial(csv.write, delimiter="\t"),
    sniff=SNIFFERS["tsv"],
)
