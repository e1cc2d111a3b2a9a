"""A form's fields as the look wants them: error above the input, hint beside it, the right keyboard on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field ready to be shown; `shape` is `input`, `tick` or `choices`."""

    shape: str
    id: str
    label: str
    hint: str
    hint_id: str
    errors: tuple[str, ...]
    error_id: str
    widget: SafeString
    required: bool


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One thing to mend; without an `anchor` it belongs to the whole form."""

    label: str
    error: str
    anchor: str


def view_field(bound: BoundField, *, hint: str = "", autocomplete: str = "", digits: bool = False) -> FieldView:
    """The field with its widget dressed for the look and tied to its hint and errors."""
    hint = hint or str(bound.help_text)
    errors = tuple(str(error) for error in bound.errors)
    anchor = bound.id_for_label or bound.auto_id
    hint_id, error_id = f"{bound.auto_id}_petunjuk", f"{bound.auto_id}_galat"
    shape = _shape(bound)
    attributes = {} if shape == "choices" else {"aria-describedby": _described(hint, hint_id, errors, error_id)}
    if shape == "input":
        attributes["class"] = "in num" if digits else "in"
    if digits:
        attributes["inputmode"] = "numeric"
    if autocomplete:
        attributes["autocomplete"] = autocomplete
    given: dict[str, str | bool] = {name: value for name, value in attributes.items() if value}
    if shape != "choices" and not given.get("aria-describedby"):
        given["aria-describedby"] = ""
    widget = bound.as_widget(attrs=given)
    return FieldView(shape, anchor, str(bound.label), hint, hint_id, errors, error_id, widget, bound.field.required)


def _shape(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "tick" if isinstance(widget, CheckboxInput) else "input"


def _described(hint: str, hint_id: str, errors: Sequence[str], error_id: str) -> str:
    return " ".join(name for name, text in ((hint_id, hint), (error_id, errors)) if text)


def summarise(form: BaseForm) -> list[SummaryLine]:
    """Every error of a form, those of the whole form first."""
    lines = [SummaryLine("", str(error), "") for error in form.non_field_errors()]
    for bound in form:
        anchor = bound.id_for_label or f"{bound.auto_id}_0"
        lines += [SummaryLine(str(bound.label), str(error), anchor) for error in bound.errors]
    return lines
