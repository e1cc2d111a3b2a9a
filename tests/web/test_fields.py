"""A field has its label, hint and error tied to it, so that a screen reader says them; the error stands above."""

from django import forms
from django.template import Context, Template

from tenun.web.fields import summarise, view_field


class Example(forms.Form):
    """One field of each shape."""

    nama = forms.CharField(label="Nama", help_text="Seperti di KK.")
    telepon = forms.CharField(label="Telepon", required=False)
    bukti = forms.ChoiceField(label="Bukti", choices=[("3", "Asli"), ("2", "Salinan")], widget=forms.RadioSelect)
    hadir = forms.BooleanField(label="Keluarga hadir", required=False)

    def clean(self):
        raise forms.ValidationError("Orang ini sudah ada.")


def html(bound, **more):
    arguments = "".join(f" {name}={name}" for name in more)
    return Template(f"{{% field bound=bound{arguments} %}}").render(Context({"bound": bound, **more}))


def test_the_error_stands_above_the_input_and_is_tied_to_it():
    text = html(Example({})["nama"])
    assert text.index("<label") < text.index("id_nama_helptext") < text.index('class="err"') < text.index("<input")
    assert 'aria-describedby="id_nama_helptext id_nama_error"' in text
    assert 'aria-invalid="true"' in text
    assert 'class="in"' in text


def test_what_may_be_empty_says_so():
    assert "boleh kosong" in html(Example()["telepon"])
    assert "boleh kosong" not in html(Example()["nama"])


def test_digits_bring_their_keyboard():
    text = html(Example()["telepon"], digits=True, autocomplete="tel")
    assert 'inputmode="numeric"' in text
    assert 'autocomplete="tel"' in text
    assert 'class="in num"' in text


def test_choices_are_a_fieldset_with_a_legend():
    text = html(Example({})["bukti"])
    assert "<legend>Bukti</legend>" in text
    assert 'aria-describedby="id_bukti_error"' in text
    assert text.count('type="radio"') == 2


def test_a_tick_stands_before_its_words():
    text = html(Example()["hadir"])
    assert text.index('type="checkbox"') < text.index("Keluarga hadir")
    assert view_field(Example()["hadir"]).shape == "tick"


def test_the_summary_links_to_each_field_and_says_first_what_concerns_the_whole():
    lines = summarise(Example({}))
    assert [(line.label, line.anchor) for line in lines] == [("", ""), ("Nama", "id_nama"), ("Bukti", "id_bukti_0")]
    assert lines[0].error == "Orang ini sudah ada."


def test_a_fresh_form_has_no_summary():
    assert Template("{% error_summary form=form %}").render(Context({"form": Example()})).strip() == ""
