"""Everything that is written about a person; each act is one transaction inside the scope of whoever acts."""

from tenun.people.actions.contacts import ContactRule, add_contact, give_consent, remove_contact, withdraw_consent
from tenun.people.actions.duplicates import Elsewhere, decide
from tenun.people.actions.emergencies import (
    NotToReview,
    TooManyOpen,
    end_emergency,
    open_in_emergency,
    review_emergency,
)
from tenun.people.actions.known import (
    AlreadyKnown,
    add_alias,
    add_external_id,
    add_member,
    remove_alias,
    remove_external_id,
    remove_member,
)
from tenun.people.actions.merging import NotMergeable, merge_files, undo_merge
from tenun.people.actions.persons import (
    ChangedMeanwhile,
    NewPerson,
    PossibleDuplicate,
    change_person,
    choose_target,
    register_person,
)
from tenun.people.actions.transfers import NotTransferable, accept_transfer, ask_transfer, refuse_transfer

__all__ = [
    "AlreadyKnown",
    "ChangedMeanwhile",
    "ContactRule",
    "Elsewhere",
    "NewPerson",
    "NotMergeable",
    "NotToReview",
    "NotTransferable",
    "PossibleDuplicate",
    "TooManyOpen",
    "accept_transfer",
    "add_alias",
    "add_contact",
    "add_external_id",
    "add_member",
    "ask_transfer",
    "change_person",
    "choose_target",
    "decide",
    "end_emergency",
    "give_consent",
    "merge_files",
    "open_in_emergency",
    "refuse_transfer",
    "register_person",
    "remove_alias",
    "remove_contact",
    "remove_external_id",
    "remove_member",
    "review_emergency",
    "undo_merge",
    "withdraw_consent",
]
