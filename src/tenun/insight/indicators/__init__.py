"""The indicators of the outcome board: what each says is data, how each is counted is one aggregate of the database."""

from tenun.insight.indicators.definitions import Indicator, Kind, Outcome, indicators, outcomes

__all__ = ["Indicator", "Kind", "Outcome", "indicators", "outcomes"]
