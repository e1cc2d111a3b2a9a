"""Who may sign in on the first start: invented accounts in the demonstration, else one admin who is asked for."""

from collections.abc import Callable

from tenun.shared.faults import UnusableDatabase

Say = Callable[[str], None]


def welcome(say: Say, *, ask: bool) -> None:
    """Makes the demonstration, or asks for the first admin on a terminal. Raises `UnusableDatabase`."""
    from django.conf import settings

    from tenun.organisations.models import User

    invented = User.objects.filter(is_demo=True).exists()
    if settings.DEMO:
        if not invented and User.objects.exists():
            raise UnusableDatabase(
                "Basis data ini dipakai sungguhan; akun peragaan tidak dibuat di dalamnya. Jalankan: DEMO=0 make start"
            )
        _make_demo(say)
    elif invented:
        raise UnusableDatabase(
            "Basis data ini berisi akun peragaan, yang boleh dimasuki siapa saja. Tanpa peragaan, mulai dari kosong: "
            "TENUN_DATA=folder-baru DEMO=0 make start"
        )
    else:
        _ask_for_admin(say, ask)


def _make_demo(say: Say) -> None:
    from django.conf import settings
    from django.db import transaction

    from tenun.config.demo import (
        make_accounts,
        make_board,
        make_meeting,
        make_people,
        make_population,
        make_programmes,
    )
    from tenun.config.set_up import SAMPLE
    from tenun.domain.catalogue import packaged
    from tenun.partnership.needs import count_needs
    from tenun.people.models import Person
    from tenun.readiness.bulk import assess_all
    from tenun.readiness.queue import count_queue
    from tenun.shared.clock import today
    from tenun.shared.scope import Scope, scoped

    with transaction.atomic():
        by = make_accounts(today())
        with scoped(Scope(districts=("53.04",))):
            known = Person.objects.exists()
        count = 0 if known or not SAMPLE.exists() else make_people(SAMPLE, by)
        programmes = make_programmes(today())
    if count:
        say(f"{count} orang peragaan dicatat (semua rekaan).")
    if programmes:
        say(f"{programmes} program rekaan dicatat.")
    make_meeting(say)
    more = make_population(settings.ENVIRONMENT.demo_people, say)
    if more:
        say(f"{more} orang rekaan lain di 22 kabupaten dan kota dicatat.")
        # Those who came months ago were judged as of then.
        assess_all(on=today())
        count_queue()
    if count or programmes or more:
        count_needs(packaged(), today())
    make_board(say)


def _ask_for_admin(say: Say, ask: bool) -> None:
    from tenun.cli.admin import ask_for_admin
    from tenun.organisations.actions import has_admin

    if has_admin():
        return
    if ask:
        say("belum ada admin. Siapa admin yang pertama?")
        ask_for_admin()
    else:
        say("belum ada admin. Buat di terminal lain: .venv/bin/tenun admin create")
