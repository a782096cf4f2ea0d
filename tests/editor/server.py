"""The YAML language server, spoken to as an editor does: requests over a pipe, answers back."""

import itertools
import json
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

SCRIPT = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"

_PATIENCE = 120
"""Seconds after which the server is taken to be stuck."""

Json = Any
"""What JSON holds: the protocol decides its shape."""


class LanguageServer:
    """A running language server, for one folder.

    `settings` are those of the folder's `.vscode/settings.json`. The catalogue of schemas on
    the network is switched off: an author's editor must not need it.
    """

    def __init__(self, root: Path, settings: Mapping[str, Json]) -> None:
        self._root = root
        self._yaml = {
            **{key.removeprefix("yaml."): value for key, value in settings.items()},
            "schemaStore": {"enable": False},
            "hover": True,
            "completion": True,
            "validate": True,
        }
        self._numbers, self._versions = itertools.count(1), itertools.count(1)
        self._diagnostics: dict[str, list[Json]] = {}
        self._has_settings = False

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", str(SCRIPT), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        # A server that does not answer is ended, and reading from it fails.
        self._patience = threading.Timer(_PATIENCE, self._process.kill)
        self._patience.daemon = True
        self._patience.start()
        uri = self._root.as_uri()
        self.ask(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "county"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown"]},
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._yaml})
        while not self._has_settings:
            self._take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self.ask("shutdown")
                self._tell("exit")
                self._process.wait(10)
        finally:
            self._patience.cancel()
            self._process.kill()
            self._process.communicate()

    def problems(self, texts: Mapping[str, str]) -> dict[str, list[str]]:
        """Return what is underlined in files with these texts; the server takes its time."""
        with ExitStack() as stack:
            uris = {
                path: stack.enter_context(self._opened(path, text)) for path, text in texts.items()
            }
            return {
                path: [found["message"] for found in self._published(uri)]
                for path, uri in uris.items()
            }

    def hovers(self, path: str, text: str, places: Iterable[int]) -> list[str]:
        """Return what the mouse shows over characters of a text."""
        with self._opened(path, text) as uri:
            found = [self.ask("textDocument/hover", **_place(uri, text, place)) for place in places]
        return ["" if shown is None else str(shown["contents"]["value"]) for shown in found]

    def completions(self, path: str, text: str) -> dict[str, Json]:
        """Return what is offered where `‸` stands in a text, by the words of the list."""
        at = text.index("‸")
        text = text.replace("‸", "")
        with self._opened(path, text) as uri:
            found = self.ask("textDocument/completion", **_place(uri, text, at))
        return {item["label"]: item for item in found["items"]}

    def ask(self, method: str, **parameters: Json) -> Json:
        """Send a request and return its answer."""
        number = next(self._numbers)
        self._send(id=number, method=method, params=parameters)
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise ValueError(message["error"]["message"])
                return message["result"]

    @contextmanager
    def _opened(self, path: str, text: str) -> Iterator[str]:
        """Have a file open with a text, and yield its address."""
        uri = (self._root / path).as_uri()
        document = {
            "uri": uri,
            "languageId": "yaml",
            # The server keeps what it knows of a version.
            "version": next(self._versions),
            "text": text,
        }
        self._tell("textDocument/didOpen", textDocument=document)
        yield uri
        # A closed file has no problems, and that is published too.
        self._diagnostics.pop(uri, None)
        self._tell("textDocument/didClose", textDocument={"uri": uri})
        self._published(uri)

    def _published(self, uri: str) -> list[Json]:
        """Wait for what the server finds wrong in a file, and take it."""
        while uri not in self._diagnostics:
            self._take()
        return self._diagnostics.pop(uri)

    def _tell(self, method: str, **parameters: Json) -> None:
        self._send(method=method, params=parameters)

    def _send(self, **message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _take(self) -> dict[str, Json]:
        """Take the next message; answer it if the server asks, note what it finds wrong."""
        message = self._read()
        match message.get("method"):
            case "workspace/configuration":
                asked = [item.get("section", "") for item in message["params"]["items"]]
                answer = [self._yaml if section == "yaml" else {} for section in asked]
                self._send(id=message["id"], result=answer)
                self._has_settings = self._has_settings or "yaml" in asked
            case "textDocument/publishDiagnostics":
                found = message["params"]
                self._diagnostics[found["uri"]] = found["diagnostics"]
            case str() if "id" in message:
                self._send(id=message["id"], result=None)
        return message

    def _read(self) -> dict[str, Json]:
        stream = self._stream(self._process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the language server has ended")
        message: dict[str, Json] = json.loads(stream.read(length))
        return message

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise EOFError("the language server is not running")
        return stream


def _place(uri: str, text: str, at: int) -> dict[str, Json]:
    """Return where a character of a text stands, in the words of the protocol."""
    before = text[:at]
    line, character = before.count("\n"), len(before.rpartition("\n")[2])
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
