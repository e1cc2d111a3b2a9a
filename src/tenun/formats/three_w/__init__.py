"""Programmes as an HXL-tagged 3W table (who does what, where), in and out.

Only a Kemendagri code is taken for a place; a code of another list is never read as one, its district's name is. The
sums of people and money stand once for each programme or district, so that a reader who adds them up does not count
twice.
"""

from tenun.formats.three_w.reading import has_tags, read_three_w
from tenun.formats.three_w.writing import three_w_csv, write_three_w_xlsx

__all__ = ["has_tags", "read_three_w", "three_w_csv", "write_three_w_xlsx"]
