"""Drives a page in headless Chromium with the standard library alone, over its debugging pipe."""

import base64
import json
import os
import subprocess
import tempfile

CHROMIUM = os.environ.get("CHROMIUM", "chromium")
KEYS = {"ArrowRight": 39, "ArrowLeft": 37, "Tab": 9, "Enter": 13, " ": 32, "Home": 36, "End": 35}
TEXTS = {"Enter": "\r", " ": " "}


class Page:
    """One browser with one page, to be closed; `events` keeps what the page reported."""

    def __init__(self, url="about:blank", size=(1000, 800), dark=False):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()

        def connect():  # the browser reads from 3 and writes to 4
            ends = os.dup(to_browser), os.dup(from_browser)
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            [
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--remote-debugging-pipe", f"--window-size={size[0]},{size[1]}",
                f"--user-data-dir={self.profile.name}", "about:blank",
            ],
            close_fds=False, preexec_fn=connect, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self.count, self.buffer, self.events, self.session = 0, b"", [], None
        target = next(each for each in self.command("Target.getTargets")["targetInfos"] if each["type"] == "page")
        attached = self.command("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime"):
            self.command(f"{domain}.enable")
        if dark:
            features = [{"name": "prefers-color-scheme", "value": "dark"}]
            self.command("Emulation.setEmulatedMedia", features=features)
        self.command("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def receive(self):
        while b"\0" not in self.buffer:
            data = os.read(self.input, 1 << 16)
            if not data:
                raise EOFError("the browser ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def command(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data) :]
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return answer["result"]
            self.events.append(answer)

    def wait(self, name):
        while not any(event.get("method") == name for event in self.events):
            self.events.append(self.receive())

    def evaluate(self, expression):
        result = self.command("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def press(self, key):
        text = TEXTS.get(key, key if len(key) == 1 else "")
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if text and kind == "keyDown" else {}
            self.command(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS.get(key, 0), **typed
            )

    def shoot(self, path):
        shot = self.command("Page.captureScreenshot", captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def close(self):
        try:
            self.session = None
            self.command("Browser.close")
        except EOFError:
            pass
        self.process.wait(10)
        os.close(self.output)
        os.close(self.input)
        self.profile.cleanup()
