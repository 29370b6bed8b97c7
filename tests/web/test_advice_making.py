"""Documents are made few at once, and those made last are remembered."""

from __future__ import annotations

import threading
import time

from plethu_web.frameworks import making


def test_what_was_made_last_is_remembered():
    shelf = making.Shelf(2, 100)
    keys = [(str(number), "", "en", "pdf") for number in range(3)]
    for key in keys[:2]:
        shelf.put(key, b"x")
    shelf.get(keys[0])
    shelf.put(keys[2], b"y")
    assert [shelf.get(key) for key in keys] == [b"x", None, b"y"]


def test_memory_is_bounded():
    shelf = making.Shelf(64, 100)
    for number in range(50):
        shelf.put((str(number % 7), "", "en", "pdf"), b"x" * 30)
    assert shelf._size == 30 * len(shelf._made) <= 100
    shelf.put(("big", "", "en", "pdf"), b"x" * 101)
    assert not shelf._made
    assert shelf._size == 0


def test_few_are_made_at_once_and_the_same_only_once():
    at_once, most, times = 0, 0, []

    def make():
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        time.sleep(0.02)
        at_once -= 1
        times.append(1)
        return b"made"

    keys = [(f"test {number // 4}", "", "en", "pdf") for number in range(24)]
    threads = [threading.Thread(target=making.made, args=(key, make)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most <= making.AT_ONCE
    assert 6 <= len(times) <= 12
