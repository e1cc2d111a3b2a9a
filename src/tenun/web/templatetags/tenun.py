"""The components as tags: one HTML file each, keyword-only parameters, so that a wrong or missing one fails when the
template compiles. `gallery.html` shows each of them in each of its states.
"""

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tenun.web import parts
from tenun.web.fields import FieldView, SummaryLine, summarise, view_field

register = template.Library()
Context = dict[str, Any]


@register.inclusion_tag("components/icons.html")
def icons() -> Context:
    """The drawings of all signs, once a page; `icon` points to them."""
    return {}


@register.inclusion_tag("components/brand.html")
def brand(*, home_url: str) -> Context:
    """The mark and the name, leading home."""
    return {"home_url": home_url}


@register.inclusion_tag("components/icon.html")
def icon(*, sign: str) -> Context:
    """One sign, hidden from screen readers because its word stands beside it."""
    return {"sign": parts.Sign(sign)}


@register.inclusion_tag("components/state.html")
def state(*, state: parts.State) -> Context:
    """Sign and word, the colour only repeats them."""
    return {"state": state}


@register.inclusion_tag("components/text.html")
def text(*, pieces: parts.Text) -> Context:
    """Text with its differing letters marked."""
    return {"pieces": pieces}


@register.inclusion_tag("components/gates.html")
def gates(*, gates: Sequence[parts.Gate]) -> Context:
    """The gates as links to their findings."""
    return {"gates": gates}


@register.inclusion_tag("components/mini_gates.html")
def mini_gates(*, gates: Sequence[parts.Gate]) -> Context:
    """The gates as small signs in a list, with their words for screen readers."""
    return {"gates": gates}


@register.inclusion_tag("components/finding.html")
def finding(*, finding: parts.Finding) -> Context:
    """One open finding in full."""
    return {"finding": finding}


@register.inclusion_tag("components/settled.html")
def settled(*, findings: Sequence[parts.Finding], summary: str) -> Context:
    """What is met or needed later, folded away, a line each."""
    return {"findings": findings, "summary": summary}


@register.inclusion_tag("components/matrix.html")
def matrix(*, matrix: parts.Matrix) -> Context:
    """Papers against fields."""
    return {"matrix": matrix}


@register.inclusion_tag("components/plan.html")
def plan(*, plan: parts.Timeline) -> Context:
    """The repair plan as a time line; on a phone the same as a list."""
    return {"plan": plan}


@register.inclusion_tag("components/ladder.html")
def ladder(*, proof: int, word: str) -> Context:
    """The proof ladder: four bars, so many of them full."""
    return {"steps": range(1, 5), "proof": proof, "word": word}


@register.inclusion_tag("components/paper.html")
def paper(*, paper: parts.PaperCard, with_scan: bool) -> Context:
    """One paper; the place of its picture only where papers have pictures."""
    return {"paper": paper, "with_scan": with_scan}


@register.inclusion_tag("components/verdict.html")
def verdict(*, verdict: parts.Verdict) -> Context:
    """The answer in words."""
    return {"verdict": verdict}


@register.inclusion_tag("components/pairs.html")
def pairs(*, pairs: Sequence[parts.Pair]) -> Context:
    """Names and values."""
    return {"pairs": pairs}


@register.inclusion_tag("components/field.html")
def field(*, bound: BoundField, autocomplete: str = "", digits: bool = False) -> Context:
    """One field of a form: label, hint, error above the input."""
    shown: FieldView = view_field(bound, autocomplete=autocomplete, digits=digits)
    return {"field": shown}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*, form: BaseForm) -> Context:
    """What is to be mended, above the form, each a link to its field; nothing when all is well."""
    lines: Sequence[SummaryLine] = summarise(form)
    return {"lines": lines}


@register.inclusion_tag("components/button.html")
def button(
    *,
    label: str,
    kind: str = "fill",
    url: str = "",
    big: bool = False,
    small: bool = False,
    busy: bool = False,
    reason: str = "",
) -> Context:
    """A verb with its object: a link with `url`, else it sends the form. A `reason` tells why it cannot be pressed."""
    return {
        "label": label,
        "kind": parts.ButtonKind(kind),
        "url": url,
        "big": big,
        "small": small,
        "busy": busy,
        "reason": reason,
    }


@register.inclusion_tag("components/log.html")
def log(*, lines: Sequence[parts.LogLine]) -> Context:
    """Changes, the newest first."""
    return {"lines": lines}


@register.inclusion_tag("components/looks.html")
def looks(*, looks: Sequence[parts.Look]) -> Context:
    """Who opened the file."""
    return {"looks": looks}


@register.inclusion_tag("components/person_table.html")
def person_table(*, rows: Sequence[parts.PersonRow], caption: str) -> Context:
    """People as rows; on a phone a card each."""
    return {"rows": rows, "caption": caption}


@register.inclusion_tag("components/menu.html")
def menu(*, groups: Sequence[parts.MenuGroup]) -> Context:
    """The rail of a desk."""
    return {"groups": groups}


@register.inclusion_tag("components/demo_banner.html")
def demo_banner() -> Context:
    """Says that everybody here is invented."""
    return {}


@register.simple_block_tag
def notice(content: SafeString, *, tone: str = "plain", title: str, urgent: bool = False) -> SafeString:
    """A message in the page; `urgent` is read out at once."""
    signs = {"blocks": parts.Sign.BLOCK, "expires": parts.Sign.CLOCK, "met": parts.Sign.MET}
    sign = signs.get(parts.Tone(tone), parts.Sign.INFO)
    context = {"content": content, "tone": tone, "title": title, "sign": sign, "urgent": urgent}
    return render_to_string("components/notice.html", context)


@register.simple_block_tag
def empty(content: SafeString, *, title: str) -> SafeString:
    """What would be here and how it comes."""
    return render_to_string("components/empty.html", {"content": content, "title": title})
