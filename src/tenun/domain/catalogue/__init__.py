"""Which targets there are and what each asks, as dated data with sources."""

from tenun.domain.catalogue.catalogue import Catalogue, load, packaged
from tenun.domain.catalogue.errors import REFUSALS, CatalogueError
from tenun.domain.catalogue.model import (
    REISSUES,
    Action,
    Confidence,
    CostRule,
    Days,
    Desk,
    Gate,
    Lists,
    Office,
    OnFailure,
    Payer,
    RepairStep,
    Requirement,
    Source,
    SourceKind,
    Target,
    TargetEntry,
)
from tenun.domain.catalogue.steps import waits_for

__all__ = [
    "REFUSALS",
    "REISSUES",
    "Action",
    "Catalogue",
    "CatalogueError",
    "Confidence",
    "CostRule",
    "Days",
    "Desk",
    "Gate",
    "Lists",
    "Office",
    "OnFailure",
    "Payer",
    "RepairStep",
    "Requirement",
    "Source",
    "SourceKind",
    "Target",
    "TargetEntry",
    "load",
    "packaged",
    "waits_for",
]
