"""A WordPress on the loopback interface: its own database, its own files, gone with the test."""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

SOURCE = Path("/usr/share/wordpress")
THEMES = Path("/var/lib/wordpress/wp-content/themes")
SCRIPTS = Path(__file__).parent / "php"
NEEDED = ("php", "mariadbd", "mariadb-install-db", "mariadb")
HOST = "127.0.0.1"
_PATIENCE = 60  # seconds, for a busy machine; waiting ends as soon as there is an answer

_CONFIG = """<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:%(socket)s' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_ENVIRONMENT_TYPE', 'local' ); // lets application passwords work without TLS
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', false );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
"""


def why_not() -> str | None:
    """Why no WordPress can be started; ``None`` where one can."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    missing += [str(path) for path in (SOURCE, THEMES / "twentytwentyone") if not path.is_dir()]
    return f"not installed: {', '.join(missing)} (tests/wordpress/install)" if missing else None


class WordPress:
    """A site of one editor.

    Args:
        root: the folder that its files are in.
        url: its address, without a slash at the end.

    Attributes:
        user: the editor's login name.
        password: the editor's application password.
    """

    user = "editor"

    def __init__(self, root: Path, url: str) -> None:
        self.root = root
        self.url = url
        self.password = self._php("setup.php", url).strip()

    def run(self, script: str, *arguments: str | Path) -> Any:
        """What a script of ``php/`` returns that runs inside of WordPress."""
        path = self.root / "dualpress" / script
        return json.loads(self._php("run.php", path, *arguments))

    def create(self, *posts: Mapping[str, Any]) -> list[int]:
        """Make posts of the fields that ``wp_insert_post`` takes, ``terms`` and ``meta``."""
        file = self.root / "posts.json"
        common = {"post_status": "publish", "post_date": "2026-11-20 10:00:00"}
        file.write_text(json.dumps([{**common, **post} for post in posts]), encoding="utf-8")
        made: list[int] = self.run("create.php", file)
        return made

    def posts(self) -> dict[int, dict[str, Any]]:
        """All posts and pages, as they are stored."""
        return {post["id"]: post for post in self.run("posts.php")}

    def export(self, content: str = "all") -> bytes:
        """What Tools → Export gives."""
        return base64.b64decode(self.run("export.php", content))

    def import_file(self, path: Path) -> dict[int, int]:
        """What Tools → Import makes of a file: the posts' ids here by those in the file."""
        made = self.run("import.php", path)
        return {int(old): new for old, new in dict(made or {}).items()}

    def add_plugin(self, name: str, code: bytes) -> None:
        """Add a plugin that WordPress loads by itself."""
        folder = self.root / "wp-content" / "mu-plugins"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(code)

    def install_plugin(self, folder: Path) -> None:
        """Install a plugin, and switch it on."""
        shutil.copytree(folder, self.root / "wp-content" / "plugins" / folder.name)
        self.run("activate.php", f"{folder.name}/{folder.name}.php")

    def get(self, path: str) -> tuple[int, str]:
        """The status and text of a page."""
        address = path if path.startswith("http") else self.url + path
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - its own
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def _php(self, *arguments: str | Path) -> str:
        result = subprocess.run(
            ["php", "-d", "display_errors=stderr", *map(str, arguments)],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, f"{arguments}: {result.stderr or result.stdout}"
        return result.stdout


@contextmanager
def wordpress(folder: Path) -> Iterator[WordPress]:
    """A WordPress of its own, until the end of the block.

    Args:
        folder: for its database and files; empty.
    """
    with ExitStack() as stack:
        database = stack.enter_context(_database(folder / "database"))
        site = folder / "site"
        shutil.copytree(SOURCE, site, symlinks=False, ignore=shutil.ignore_patterns(".htaccess"))
        shutil.rmtree(site / "wp-content" / "themes", ignore_errors=True)
        shutil.copytree(THEMES, site / "wp-content" / "themes")
        (site / "wp-config.php").write_text(_CONFIG % {"socket": database}, encoding="utf-8")
        shutil.copytree(SCRIPTS, site / "dualpress")
        for name in ("router.php", "setup.php", "run.php"):
            shutil.copy(SCRIPTS / name, site)
        port = _free_port()
        made = WordPress(site, f"http://{HOST}:{port}")
        stack.enter_context(_server(site, port))
        yield made


@contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """An empty database; gives its socket."""
    # Two servers with one folder for temporary tables remove each other's.
    temporary = folder.with_name("temporary")
    temporary.mkdir(parents=True)
    folder.mkdir()
    # The path of a socket must be short: https://man7.org/linux/man-pages/man7/unix.7.html
    socket_file = Path(f"/tmp/dualpress-{os.getpid()}-{_free_port()}.sock")  # noqa: S108
    user = "root" if os.geteuid() == 0 else str(os.geteuid())
    common = [
        "--no-defaults",
        f"--datadir={folder}",
        f"--tmpdir={temporary}",
        *([f"--user={user}"] if user == "root" else []),
    ]
    _quietly(["mariadb-install-db", *common, "--auth-root-authentication-method=normal"])
    with _process(
        [
            "mariadbd",
            *common,
            f"--socket={socket_file}",
            "--skip-networking",
            "--innodb-flush-log-at-trx-commit=0",
        ]
    ):
        make = ["mariadb", "--no-defaults", f"--socket={socket_file}", "--user=root"]
        _wait(
            lambda: subprocess.run([*make, "-e", "select 1"], capture_output=True).returncode == 0
        )
        _quietly([*make, "-e", "create database wordpress character set utf8mb4"])
        try:
            yield socket_file
        finally:
            socket_file.unlink(missing_ok=True)


@contextmanager
def _server(site: Path, port: int) -> Iterator[None]:
    # More than one worker, since WordPress asks itself things while it answers.
    environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "3"}
    command = ["php", "-S", f"{HOST}:{port}", "-t", str(site), str(site / "router.php")]
    with _process(command, environment):
        _wait(lambda: _answers(port))
        yield


@contextmanager
def _process(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> Iterator[None]:
    # A group of its own: PHP's server leaves its workers running when it is ended alone.
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(_PATIENCE)


def _quietly(command: Sequence[str]) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def _wait(is_there: Any) -> None:
    until = time.monotonic() + _PATIENCE
    while not is_there():
        assert time.monotonic() < until, "no answer"
        time.sleep(0.1)


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex((HOST, port)) == 0


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return int(trial.getsockname()[1])
