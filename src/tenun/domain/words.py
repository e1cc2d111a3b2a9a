"""Words shown to people, always in both languages, so that no screen can lack one."""

from dataclasses import dataclass
from typing import Any, Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in plain Indonesian and in English; placeholders are named, as in `{paper}`."""

    id: str
    en: str

    def say(self, language: Language, /, **values: Any) -> str:
        """The text in `language` with its placeholders filled."""
        text = self.id if language == "id" else self.en
        return text.format(**values) if values else text
