"""Words for people come in both languages and take named values."""

from tenun.domain.words import Words

HELLO = Words("Halo, {name}.", "Hello, {name}.")


def test_words_are_said_in_the_language_asked_for():
    assert HELLO.say("id", name="Maria") == "Halo, Maria."
    assert HELLO.say("en", name="Maria") == "Hello, Maria."


def test_words_without_values_are_said_as_they_stand():
    assert Words("100 % {apa adanya}", "100 % {as it is}").say("id") == "100 % {apa adanya}"
