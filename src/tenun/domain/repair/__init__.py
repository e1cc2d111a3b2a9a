"""From findings to an ordered plan of repair across the desks."""

from tenun.domain.repair.plan import Plan, PlanStep
from tenun.domain.repair.planner import after, plan

__all__ = ["Plan", "PlanStep", "after", "plan"]
