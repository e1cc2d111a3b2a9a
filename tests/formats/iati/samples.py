"""A programme file as another agency might send it, written for these tests; all in it is invented."""

PARTNER_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Contoh rekaan -->
<iati-activities version="2.03" generated-datetime="2026-10-01T08:00:00Z" xmlns:geo="urn:contoh:geo">
  <iati-activity default-currency="USD" last-updated-datetime="2026-09-30T10:00:00Z" xml:lang="en" hierarchy="1"
                 geo:zone="east">
    <!-- kept too -->
    <iati-identifier>
      XX-CONTOH-0001
    </iati-identifier>
    <reporting-org ref="XX-CONTOH" type="40" secondary-reporter="0">
      <narrative>Sample Agency on Migration</narrative>
      <narrative xml:lang="fr">Agence exemple</narrative>
    </reporting-org>
    <title>
      <narrative>Safe  journeys from
         East Nusa Tenggara</narrative>
      <narrative xml:lang="id">Perjalanan aman dari NTT</narrative>
      <narrative xml:lang="fr">Voyages surs</narrative>
    </title>
    <description type="1">
      <narrative>English words.</narrative>
      <narrative xml:lang="id">Kata-kata Indonesia.</narrative>
    </description>
    <description type="2"><narrative>Objectives.</narrative></description>
    <description type="3"><narrative xml:lang="id">Calon pekerja</narrative></description>
    <participating-org role="1" type="10" ref="XX-DONOR" crs-channel-code="10000"><narrative>Donor</narrative>
    </participating-org>
    <participating-org role="4" type="11"><narrative>Dinas Contoh</narrative></participating-org>
    <participating-org role="9"><narrative>Onlooker</narrative></participating-org>
    <other-identifier ref="ABC" type="A1"><owner-org ref="X"><narrative>Owner</narrative></owner-org></other-identifier>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2026-01-01"/>
    <activity-date type="2" iso-date="2026-02-01Z"><narrative>Kick-off</narrative></activity-date>
    <activity-date type="3" iso-date="2026-12-31"/>
    <contact-info type="1">
      <organisation><narrative>Sample Agency</narrative></organisation>
      <person-name><narrative>A. Sample</narrative></person-name>
      <telephone>+62 000</telephone>
      <email>a@sample.invalid</email>
      <website>https://sample.invalid</website>
    </contact-info>
    <recipient-country code="ID" percentage="100"/>
    <location ref="L1"><name><narrative>Belu Regency</narrative></name>
      <administrative code="5304" vocabulary="G1" level="2"/></location>
    <location ref="L2"><location-id code="ID5303" vocabulary="A2"/>
      <name><narrative>Somewhere in Timor</narrative></name></location>
    <sector vocabulary="1" code="15190" percentage="60"/>
    <sector code="11330" percentage="40"/>
    <sector vocabulary="98" code="MIG-1"><narrative>Own sector</narrative></sector>
    <tag code="10.7" vocabulary="3"/>
    <policy-marker vocabulary="1" code="1" significance="1"/>
    <budget type="1" status="1"><period-start iso-date="2026-01-01"/><period-end iso-date="2026-06-30"/>
      <value value-date="2026-01-01">1000</value></budget>
    <budget type="2" status="1"><period-start iso-date="2026-01-01"/><period-end iso-date="2026-06-30"/>
      <value value-date="2026-01-01">1500</value></budget>
    <budget type="1" status="1"><period-start iso-date="2026-07-01"/><period-end iso-date="2026-12-31"/>
      <value currency="usd" value-date="2026-07-01">250.50</value></budget>
    <transaction ref="T-1"><transaction-type code="2"/><transaction-date iso-date="2026-01-15"/>
      <value currency="USD" value-date="2026-01-15">500</value>
      <description><narrative>First part</narrative></description></transaction>
    <document-link url="https://sample.invalid/plan.pdf" format="application/pdf">
      <title><narrative>Plan</narrative></title><category code="A02"/></document-link>
    <related-activity ref="XX-CONTOH-0000" type="1"/>
    <result type="1"><title><narrative>Trained</narrative></title>
      <indicator measure="1"><title><narrative>People</narrative></title>
        <period><period-start iso-date="2026-01-01"/><period-end iso-date="2026-12-31"/><target value="40"/></period>
      </indicator></result>
    <geo:shape>53.04 <geo:point>1</geo:point></geo:shape>
  </iati-activity>
</iati-activities>
"""

SMALL_FILE = """<iati-activities version="2.03"><iati-activity>
<iati-identifier>X-1</iati-identifier>
<reporting-org ref="X" type="10"><narrative>Kantor contoh</narrative></reporting-org>
<title><narrative>Judul</narrative></title>
<description><narrative>Isi</narrative></description>
<participating-org role="4"/>
<activity-status code="1"/>
<activity-date type="1" iso-date="2026-01-01"/>
<!--more-->
</iati-activity></iati-activities>"""


def small(**changed):
    """The small file with some of its lines changed; `more` stands before its end."""
    text = SMALL_FILE
    for old, new in changed.items():
        place = {
            "identifier": "<iati-identifier>X-1</iati-identifier>",
            "status": '<activity-status code="1"/>',
            "date": '<activity-date type="1" iso-date="2026-01-01"/>',
            "activity": "<iati-activity>",
            "root": '<iati-activities version="2.03">',
            "more": "<!--more-->",
            "title": "<title><narrative>Judul</narrative></title>",
            "end": "</iati-activities>",
        }[old]
        assert place in text
        text = text.replace(place, new)
    return text.encode()
