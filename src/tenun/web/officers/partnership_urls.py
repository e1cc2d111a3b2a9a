"""The addresses of meetings and promises."""

from django.urls import path

from tenun.web.officers import meeting_reading, meetings, promises

urlpatterns = [
    path("rapat/", meetings.meetings, name="meetings"),
    path("rapat/baru/", meetings.new_meeting, name="new-meeting"),
    path("rapat/<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("rapat/<int:meeting_id>/naskah/", meeting_reading.read_text, name="meeting-text"),
    path("rapat/<int:meeting_id>/naskah/<int:proposal_id>/", meeting_reading.decide_field, name="meeting-proposal"),
    path("rapat/<int:meeting_id>/ubah/", meetings.change, name="change-meeting"),
    path("rapat/<int:meeting_id>/tambah/", meetings.add_line, name="add-line"),
    path("rapat/<int:meeting_id>/hapus/<slug:kind>/<int:line_id>/", meetings.drop_line, name="drop-line"),
    path("rapat/<int:meeting_id>/kutipan/<int:point_id>/", meetings.approve_quote, name="approve-quote"),
    path("rapat/<int:meeting_id>/periksa/", meetings.check, name="check-meeting"),
    path("rapat/<int:meeting_id>/terbit/", meetings.publish, name="publish-meeting"),
    path("rapat/<int:meeting_id>/tarik/", meetings.withdraw, name="withdraw-meeting"),
    path("janji/", promises.ledger_page, name="promises"),
    path("janji/baru/", promises.new_promise, name="new-promise"),
    path("janji/<int:promise_id>/", promises.promise, name="promise"),
    path("janji/<int:promise_id>/kabar/", promises.tell, name="tell-promise"),
    path("janji/<int:promise_id>/tanggal/", promises.due, name="promise-due"),
    path("janji/<int:promise_id>/tautan/", promises.link, name="promise-link"),
    path("janji/<int:promise_id>/bukti/", promises.seen, name="see-evidence"),
    path("janji/surat/<int:organisation_id>/surat.pdf", promises.letter, name="promise-letter"),
]
