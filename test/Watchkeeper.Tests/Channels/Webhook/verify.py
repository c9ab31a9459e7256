import base64, hmac, time

def verify(key: str, headers: dict, body: bytes) -> bool:
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    digest = hmac.digest(base64.b64decode(key.removeprefix("whsec_")), signed, "sha256")
    expected = "v1," + base64.b64encode(digest).decode()
    is_fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    return is_fresh and any(hmac.compare_digest(expected, each) for each in headers["webhook-signature"].split())
