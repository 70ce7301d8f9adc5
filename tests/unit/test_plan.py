"""The plan of a build, from digests alone."""

from teicable.diagnostics import Diagnostic, Location
from teicable.edition import plan
from teicable.edition.plan import Conversions, Done, Pages, State

EDITED = Diagnostic("X201", "it changed", Location("source/a.txt"))


def test_without_state_everything_is_due():
    assert plan.conversions({"b": "2", "a": "1"}, (), State()) == Conversions(("a", "b"), ())
    assert plan.documents({"y": "2", "x": "1"}, {"site": ()}, State()) == Pages(("x", "y"), ())


def test_only_what_changed_is_converted():
    state = State(sources={"a": Done("1", ("x",)), "b": Done("2", ("y",)), "c": Done("3", ("z",))})
    keys = {"a": "1", "b": "changed", "c": "3"}
    assert plan.conversions(keys, {"x", "y"}, state) == Conversions(("b", "c"), ("a",))
    assert plan.conversions(keys, {"x", "y"}, state, force=True).due == ("a", "b", "c")


def test_a_refused_source_is_not_tried_again_until_it_changes():
    state = State(sources={"a": Done("1")})
    assert plan.conversions({"a": "1"}, (), state).due == ()
    assert plan.conversions({"a": "2"}, (), state).due == ("a",)


def test_what_may_be_settled_elsewhere_is_looked_at_again():
    state = State(sources={"a": Done("1", ("x",), (EDITED,))}, documents={"x": Done("1", ("x",), (EDITED,))})
    assert plan.conversions({"a": "1"}, {"x"}, state).due == ("a",)
    assert plan.documents({"x": "1"}, {"site": {"x"}}, state).due == ("x",)


def test_a_document_is_due_when_it_changed_or_a_file_is_missing():
    state = State(documents={"x": Done("1", ("x",)), "y": Done("2", ("y",)), "z": Done("3")})
    built = {"site/tei": {"x", "y"}, "facts": {"x"}}
    found = plan.documents({"x": "1", "y": "2", "z": "3"}, built, state)
    assert found == Pages(("y",), ("x", "z"))
    assert plan.documents({"x": "new", "y": "2", "z": "3"}, built, state).due == ("x", "y")


def test_a_page_is_due_when_its_key_changed_or_it_is_missing_and_not_because_another_is_gone():
    state = State(pages={"x": Done("1", ("x",)), "y": Done("2", ("y",)), "z": Done("3", ("z",)), "gone": Done("4")})
    assert plan.pages({"x": "1", "y": "new", "z": "3"}, {"x", "y"}, state) == Pages(("y", "z"), ("x",))
    assert plan.pages({"x": "1"}, {"x"}, state, force=True).due == ("x",)


def test_files_of_documents_that_are_gone_are_named_and_others_looked_at_again():
    state = State(documents={"x": Done("1", ("x",)), "y": Done("2", ("y",))})
    built = {"site": {"x", "y"}, "facts": {"x", "y"}}
    assert plan.documents({"x": "1"}, built, state) == Pages(("x",), ())
    assert plan.gone(built, {"x"}) == (("facts", "y"), ("site", "y"))


def test_the_key_depends_on_every_part_and_on_their_borders():
    assert plan.key("ab", "c") != plan.key("a", "bc")
    assert plan.key("ab", "c") == plan.key("ab", "c")


def test_state_is_read_as_it_was_written(tmp_path):
    sources, documents, pages = {"a": Done("1", ("x",), (EDITED,))}, {"x": Done("2", ("x",))}, {"x": Done("3", ("x",))}
    state = State(sources, documents, pages, "4", {"book": {"book": "5"}, "epub": {"book-1": "7"}}, "6")
    path = tmp_path / "state.json"
    path.write_bytes(plan.write(state))
    assert plan.read(path) == state


def test_a_state_that_cannot_be_read_counts_as_none(tmp_path):
    path = tmp_path / "state.json"
    assert plan.read(path) == State()
    for content in (
        "",
        "{",
        "[]",
        "{}",
        '{"format": 99}',
        '{"format": 1, "sources": {"a": 1}, "pages": {}, "index": ""}',
    ):
        path.write_text(content, encoding="utf-8")
        assert plan.read(path) == State()
    path.write_bytes(plan.write(State({"a": Done("1", (), (EDITED,))})).replace(b"X201", b"X200"))
    assert plan.read(path) == State() or plan.read(path).sources["a"].diagnostics[0].code == "X200"
