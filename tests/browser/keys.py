"""Somebody who has a keyboard and nothing else: Tab, Enter, Space and letters; every stop is looked at."""

from playwright.sync_api import Locator, Page

MOST_STOPS = 400
_LOOK = """() => {
  const look = element => {
    const style = getComputedStyle(element), line = getComputedStyle(element, '::before');
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor,
            line.outlineStyle].join(' ');
  };
"""
_REMEMBER = (
    _LOOK
    + """
  window.tenunPlain = new Map();
  document.activeElement?.blur();
  const reached = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  for (const each of document.querySelectorAll(reached)) window.tenunPlain.set(each, look(each));
  const shown = [...window.tenunPlain.keys()].filter(each => each.checkVisibility({visibilityProperty: true})
    && !each.disabled && each.tabIndex >= 0);
  const groups = new Set(), stops = [];
  for (const each of shown) {  // Of radio buttons one is a stop, the arrows lead to the others.
    if (each.type === 'radio' && groups.has(each.name)) continue;
    if (each.type === 'radio') groups.add(each.name);
    stops.push(each);
  }
  const jumps = [...document.querySelectorAll('[tabindex]')].filter(each => each.tabIndex > 0).length;
  return {stops: stops.length, jumps};
}"""
)
_STOP = (
    _LOOK
    + """
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const hit = document.elementFromPoint(x, Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  return {
    words: (here.getAttribute('name') || here.innerText || here.value || here.tagName).trim().slice(0, 60),
    number: [...window.tenunPlain.keys()].indexOf(here),
    marked: window.tenunPlain.get(here) !== look(here),
    within: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    uncovered: !!hit && (here === hit || here.contains(hit) || hit.closest('label')?.control === here),
    inMain: !!here.closest('main form, main nav'), top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left,
  };
}"""
)


class Keys:
    """The keyboard of one page after the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0

    def arrive(self) -> int:
        """Looks at a new page as it is without focus; how many stops Tab must have there. No order but the page's."""
        found = self.page.evaluate(_REMEMBER)
        assert found["jumps"] == 0, "an order of its own"
        return found["stops"]

    def tab(self, *, back: bool = False) -> dict | None:
        """One step on, or back; where one is, which must be seen. None behind the last stop."""
        self.page.keyboard.press("Shift+Tab" if back else "Tab")
        stop = self.page.evaluate(_STOP)
        if stop is not None:
            self.stops += 1
            where = f"{self.page.url}: {stop['words']}"
            assert stop["marked"], f"{where}: focus changes nothing that is seen"
            assert stop["within"], f"{where}: focus is outside the window"
            assert stop["uncovered"], f"{where}: focus lies under something"
        return stop

    def all_round(self) -> list[dict]:
        """Every stop of the page, from the first until Tab leaves it or begins again: no trap, none left out."""
        expected = self.arrive()
        seen: list[dict] = []
        while len(seen) <= MOST_STOPS:
            stop = self.tab()
            if stop is None or (seen and stop["number"] == seen[0]["number"]):
                break
            assert not seen or stop["number"] != seen[-1]["number"], f"{stop['words']}: Tab does not leave it"
            seen.append(stop)
        assert len(seen) == expected, f"{len(seen)} of {expected} stops: {[each['words'] for each in seen]}"
        assert [each["number"] for each in seen] == sorted(each["number"] for each in seen)
        return seen

    def reach(self, target: Locator) -> None:
        """Presses Tab until the focus is there."""
        for _ in range(MOST_STOPS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.tab()
        raise AssertionError(f"Tab never reaches {target}")

    def enter(self, target: Locator, key: str = "Enter") -> None:
        """Goes there, presses Enter or Space, and waits for the page behind it."""
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self.arrive()

    def answer(self, name: str, text: str) -> None:
        """Goes to a field and types; a choice is found by its first letters."""
        self.reach(self.page.locator(f"[name='{name}']"))
        self.page.keyboard.type(text)
