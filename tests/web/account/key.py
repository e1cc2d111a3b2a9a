"""A device key that makes and answers challenges as the standard says (WebAuthn level 3, sections 6.1 and 7)."""

import hashlib
import json
import os
import re

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

SITE = "testserver"
PRESENT_AND_VERIFIED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
OPTIONS = re.compile(r'<script id="passkey-options" type="application/json">(.*?)</script>', re.DOTALL)


class Key:
    """One key pair on one device, for this site."""

    def __init__(self):
        self.id = os.urandom(16)
        self._private = ec.generate_private_key(ec.SECP256R1())

    def create(self, page):
        """The form's answer to the challenge of a page that adds a key."""
        challenge = self._options(page)["creation_options"]["publicKey"]["challenge"]
        public = ES256.from_cryptography_key(self._private.public_key())
        credential = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        data = self._data(PRESENT_AND_VERIFIED | AuthenticatorData.FLAG.AT, credential)
        client = self._client(CollectedClientData.TYPE.CREATE, challenge)
        answer = {"attestationObject": websafe_encode(AttestationObject.create("none", data, {}))}
        return self._answer(answer, client)

    def get(self, page):
        """The form's answer to the challenge of a page that asks for a key."""
        challenge = self._options(page)["request_options"]["publicKey"]["challenge"]
        client = self._client(CollectedClientData.TYPE.GET, challenge)
        data = self._data(PRESENT_AND_VERIFIED)
        signature = self._private.sign(data + client.hash, ec.ECDSA(SHA256()))
        return self._answer({"authenticatorData": websafe_encode(data), "signature": websafe_encode(signature)}, client)

    def _options(self, page):
        return json.loads(OPTIONS.search(page.text)[1])

    def _data(self, flags, credential=b""):
        return AuthenticatorData.create(hashlib.sha256(SITE.encode()).digest(), flags, 0, credential)

    def _client(self, act, challenge):
        return CollectedClientData.create(act, challenge, f"https://{SITE}")

    def _answer(self, response, client):
        name = websafe_encode(self.id)
        response["clientDataJSON"] = websafe_encode(client)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})
