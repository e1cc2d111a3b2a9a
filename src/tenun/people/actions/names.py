"""The words by which a person is found: of her own name, of her other names, of the files merged into hers."""

from tenun.people.models import Alias, NameWord, Person


def index_names(person: Person) -> None:
    """Writes the words of all her names again; a file that was merged into another one is found by that one alone."""
    NameWord.objects.filter(person=person).delete()
    if person.merged_into_id is not None:
        return
    folded = [person.folded_name, *Alias.objects.filter(person=person).values_list("folded_name", flat=True)]
    folded += Person.objects.filter(merged_into=person).values_list("folded_name", flat=True)
    words = dict.fromkeys(word for name in folded for word in name.split())
    NameWord.objects.bulk_create(NameWord(person=person, word=word) for word in words)
