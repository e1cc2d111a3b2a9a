"""What a paper would say differently from the others, shown before it is saved."""

import json
from collections.abc import Mapping
from dataclasses import replace

from django.utils.text import capfirst

from tenun.documents.kinds import OTHER_KINDS
from tenun.documents.queries import dossier_of
from tenun.domain.catalogue import packaged
from tenun.domain.comparison import TRUTH_ORDER, Mismatch, compare_papers
from tenun.domain.facts import PRINTED_ON
from tenun.domain.identifiers.names import compare_names
from tenun.domain.papers import Dossier, PaperKind
from tenun.domain.repair import Plan
from tenun.shared.clock import today
from tenun.shared.encryption import keyed_hash
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.file import File
from tenun.web.officers.letters import mark_difference
from tenun.web.officers.matrix import build_matrix
from tenun.web.parts import Cell, Column, Matrix, Row, plain

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


def name_differs(file: File, kind: str, name: str) -> Matrix | None:
    """The name on a paper that no rule judges beside the one on the paper taken as right; none when they agree."""
    known = dossier_of(file.person, file.papers)
    there = {str(each): paper.name for each, paper in known.papers.items() if paper.proof and paper.name}
    truth = next((source for source in TRUTH_ORDER if source in there), "isian")
    right = there.get(truth) or file.person.full_name
    if not name or compare_names(name, right).verdict == "same":
        return None
    pieces, note = mark_difference("name", name, right, language())
    lists = packaged().lists
    columns = (
        Column(capfirst(say(lists.papers[truth])), say(words.TRUTH), is_truth=True),
        Column(capfirst(say(OTHER_KINDS[kind].words)), say(words.DISAGREES), is_truth=False),
    )
    cells = (Cell(plain(right)), Cell(pieces, note, "differs"))
    return Matrix(columns[0].name, columns, (Row(capfirst(say(lists.fields["name"])), cells),))


def seal_of(cells: Mapping[str, str]) -> str:
    """A mark of exactly these answers, so that "seen" stands for what was shown and for nothing else."""
    return keyed_hash(json.dumps(dict(sorted(cells.items()))))
