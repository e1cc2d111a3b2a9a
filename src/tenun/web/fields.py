"""A form's fields as the look wants them: error above the input, hint beside it, the right keyboard on a phone."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString


def answers_of(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is empty; none before anything was sent."""
    return request.POST if request.method == "POST" else None


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
    described_by: str
    widget: SafeString
    required: bool


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One thing to mend; without an `anchor` it belongs to the whole form."""

    label: str
    error: str
    anchor: str


def view_field(bound: BoundField, *, autocomplete: str = "", digits: bool = False) -> FieldView:
    """The field with its widget dressed for the look. Django itself ties it to its hint and errors by their ids."""
    shape = _shape(bound)
    attributes: dict[str, str | bool] = {"class": "in num" if digits else "in"} if shape == "input" else {}
    if digits:
        attributes["inputmode"] = "numeric"
    if autocomplete:
        attributes["autocomplete"] = autocomplete
    return FieldView(
        shape=shape,
        id=bound.id_for_label or bound.auto_id,
        label=str(bound.label),
        hint=str(bound.help_text),
        hint_id=f"{bound.auto_id}_helptext",
        errors=tuple(str(error) for error in bound.errors),
        error_id=f"{bound.auto_id}_error",
        described_by=bound.aria_describedby or "",
        widget=bound.as_widget(attrs=attributes),
        required=bound.field.required,
    )


def _shape(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "tick" if isinstance(widget, CheckboxInput) else "input"


def summarise(form: BaseForm) -> list[SummaryLine]:
    """Every error of a form, those of the whole form first."""
    lines = [SummaryLine("", str(error), "") for error in form.non_field_errors()]
    for bound in form:
        anchor = bound.id_for_label or f"{bound.auto_id}_0"
        lines += [SummaryLine(str(bound.label), str(error), anchor) for error in bound.errors]
    return lines
