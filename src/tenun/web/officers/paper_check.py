"""What a paper would say differently from the others, shown before it is saved."""

import json
from collections.abc import Mapping
from dataclasses import replace

from tenun.documents.queries import dossier_of
from tenun.domain.catalogue import packaged
from tenun.domain.comparison import Mismatch, compare_papers
from tenun.domain.facts import PRINTED_ON
from tenun.domain.papers import Dossier, PaperKind
from tenun.domain.repair import Plan
from tenun.shared.clock import today
from tenun.shared.encryption import keyed_hash
from tenun.web.language import language
from tenun.web.officers.file import File
from tenun.web.officers.matrix import build_matrix
from tenun.web.parts import Matrix

_NOTHING_PLANNED = Plan(steps=(), days=0, cost_rupiah=0, cost_worker_rupiah=0, truths={}, left=())


def differences(file: File, kind: str, read: Dossier) -> Matrix | None:
    """The fields in which this paper, as it was just read, differs from the papers on file; none when it agrees."""
    if kind not in set(PaperKind):
        return None
    known = dossier_of(file.person, file.papers)
    both = replace(known, papers={**known.papers, **read.papers})
    comparison = compare_papers(both, today())
    concerned = tuple(each for each in comparison.mismatches if _concerns(each, kind))
    matrix = build_matrix(
        records=both.papers,
        comparison=replace(comparison, mismatches=concerned),
        plan=_NOTHING_PLANNED,
        lists=packaged().lists,
        language=language(),
    )
    if matrix is None:
        return None
    return replace(matrix, rows=tuple(row for row in matrix.rows if any(cell.kind == "differs" for cell in row.cells)))


def _concerns(mismatch: Mismatch, kind: str) -> bool:
    return any(PRINTED_ON.get(source, source) == kind for source in mismatch.papers)


def seal_of(cells: Mapping[str, str]) -> str:
    """A mark of exactly these answers, so that "seen" stands for what was shown and for nothing else."""
    return keyed_hash(json.dumps(dict(sorted(cells.items()))))
