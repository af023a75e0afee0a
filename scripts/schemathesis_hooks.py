"""What satisfies the formats of strings that the service checks beyond JSON Schema (see `TextFormat` in api/src/schema.rs)."""

import schemathesis
from hypothesis import strategies as st

# A letter or digit first, so that something is visible; no marks, controls or characters that are shown by nothing.
visible = st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u2800\u3164\uffa0\u115f\u1160\ufffc\U00013441\U00013442\U0001d159")
line = st.builds(lambda first, rest: first + rest, st.sampled_from("aZ7éŁה"), st.text(visible | st.just(" "), max_size=20))

schemathesis.openapi.format("single-line", line)
schemathesis.openapi.format("multi-line", st.lists(line, min_size=1, max_size=4).map("\r\n".join))
schemathesis.openapi.format(
    "email-address", st.builds("{}@{}.{}".format, *[st.from_regex(r"\A[a-z][a-z0-9]{0,9}\Z")] * 2, st.sampled_from(["nl", "test"]))
)
schemathesis.openapi.format("time-zone", st.sampled_from(["Europe/Amsterdam", "America/Curacao", "UTC"]))
