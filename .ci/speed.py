"""Measures a longhand program against a C hello world and against itself, all in one run.

Start-up and memory: the whole process of rendering two-two-two, its document alone and then with the files of its figures,
beside a dynamically linked hello world, by turns; the median of the rounds' ratios counts. The program is copied first, as
one installs it: a file that a linker has just written starts some 8 % slower until it is.
Growth: the same kind of file with 10,000 and with 100,000 statements, a network and a running sum, rendered as Markdown;
and the page of the larger one.
Matrices: a 784-128-10 network with random weights, the whole process; and what an epoch of it takes beside the same passes
in NumPy on one thread.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"  # before NumPy starts
import numpy as np

# What is aimed at, and what is a fault; shared machines drift by a factor of two.
STARTUP, MEGABYTES, GROWTH, SECONDS = (5.0, 15.0), (10.0, 12.0), (1.3, 2.0), (5.0, 20.0)
WITH_FIGURES, PAGE_SECONDS, PAGE_MEGABYTES = (8.0, 20.0), (6.0, 40.0), (300.0, 800.0)
MATRIX_MILLISECONDS, MATRIX_MEGABYTES, BESIDE_NUMPY = (100.0, 250.0), (60.0, 80.0), (2.0, 4.0)
EPOCHS = 300


def network(statements):
    """A long chain of small neurons that all reach the objective, two statements each."""
    lines = ["inputs: x = 0.5", "weights: w1 = 0.3, w2 = -0.2", "fixed: b = 0.1", "y0 = sigmoid(w1*x + b)"]
    for i in range(1, statements // 2 - 2):
        lines += [f"s{i} = y{i - 1}*w1 + x*w2 + b", f"y{i} = y{i - 1} + 0.0001*tanh(s{i})"]
    return "\n".join(lines + [f"E = 1/2*(y{statements // 2 - 3} - 0.3)^2", "minimize: E", "rate: 0.1", ""])


def running_sum(statements):
    """A long chain of sums, each of which the last takes as it is."""
    lines = ["inputs: x = 1", "a0 = x"] + [f"a{i} = a{i - 1} + x" for i in range(1, statements)]
    return "\n".join(lines + [f"differentiate: a{statements - 1}", ""])


LARGE_NETWORK = """
title: A 784-128-10 network
inputs: X = random(1, 784, seed 1)
weights: W = random(784, 128, seed 2, xavier), V = random(128, 10, seed 3, xavier)
targets: T = eye(10)[4, :]
H_in = X*W
H = sigmoid(H_in)
Y_in = H*V
Y = sigmoid(Y_in)
E = Y - T
L = sum(E.^2)
minimize: L
rate: alpha = 0.01
"""


def numpy_epoch_seconds():
    """Forward, backward, update and the loss after it, of the same network; the least of some runs."""
    dice = np.random.default_rng(0)
    x, w, v = dice.random((1, 784)), dice.random((784, 128)) * 0.1, dice.random((128, 10)) * 0.1
    t = np.eye(10)[3:4]

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def forward():
        h = sigmoid(x @ w)
        return h, sigmoid(h @ v)

    def run():
        nonlocal w, v
        start = time.perf_counter()
        for _ in range(EPOCHS):
            h, y = forward()
            y_in = 2 * (y - t) * y * (1 - y)
            h_in = (y_in @ v.T) * h * (1 - h)
            w, v = w - 0.01 * (x.T @ h_in), v - 0.01 * (h.T @ y_in)
            np.sum((forward()[1] - t) ** 2)
        return (time.perf_counter() - start) / EPOCHS

    return min(run() for _ in range(3))


def main(program, walkthrough):
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        (here / "hello.c").write_text('#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n')
        for source in (here / "hello.c", pathlib.Path(__file__).with_name("measure.c")):
            subprocess.run(["cc", "-O2", "-o", here / source.stem, source], check=True)

        def measure(times, *command):
            """Median wall seconds, least CPU seconds and megabytes of so many runs."""
            run = subprocess.run([here / "measure", str(times), *command], capture_output=True, text=True, check=True)
            return [float(word) for word in run.stdout.split()]

        program = shutil.copy(program, here / "longhand")
        rounds = []
        for _ in range(15):
            hello = measure(40, here / "hello")
            render = measure(40, program, "render", walkthrough, "--figures", "none", "-o", here / "page.md")
            illustrated = measure(40, program, "render", walkthrough, "-o", here / "page.md")
            rounds.append((render[0] / hello[0], illustrated[0] / hello[0], render[2]))
        startup, illustrated, megabytes = (statistics.median(column) for column in zip(*rounds))
        seconds, growth = {}, {}
        for make in (running_sum, network):  # the network last: its page follows
            for statements in (10_000, 100_000):
                (here / "large.walk").write_text(make(statements))
                seconds[statements] = measure(2, program, "render", here / "large.walk", "-o", here / "large.md")[1]
            growth[make] = seconds[100_000] / seconds[10_000] / 10
        size = (here / "large.md").stat().st_size / 1e6
        page = measure(1, program, "render", here / "large.walk", "--to", "html", "-o", here / "large.html")
        page_size = (here / "large.html").stat().st_size / 1e6
        (here / "large.html").unlink()
        (here / "matrices.walk").write_text(LARGE_NETWORK)
        matrices = measure(20, program, "render", here / "matrices.walk", "-o", here / "matrices.md")
        entry = measure(5, program, "render", here / "matrices.walk", "--of", "W[3,7]", "-o", here / "entry.md")
        (here / "training.walk").write_text(f"{LARGE_NETWORK}epochs: {EPOCHS}\n")
        training = measure(3, program, "render", here / "training.walk", "-o", here / "training.md")
        epoch = (training[1] - matrices[1]) / EPOCHS
        beside_numpy = epoch / numpy_epoch_seconds()
    figures = [
        ("render two-two-two, times a C hello world", startup, STARTUP),
        ("its memory in MB", megabytes, MEGABYTES),
        ("the same with its figures", illustrated, WITH_FIGURES),
        ("100,000 statements beside 10,000, per statement", growth[network], GROWTH),
        ("the same of running sums", growth[running_sum], GROWTH),
        (f"100,000 statements as {size:.0f} MB of Markdown, CPU seconds", seconds[100_000], SECONDS),
        (f"the same as {page_size:.0f} MB of a page, CPU seconds", page[1], PAGE_SECONDS),
        ("its memory in MB", page[2], PAGE_MEGABYTES),
        ("784-128-10 in matrices, milliseconds of the whole process", matrices[0] * 1e3, MATRIX_MILLISECONDS),
        ("the story of its W[3,7], milliseconds", entry[0] * 1e3, MATRIX_MILLISECONDS),
        ("its memory in MB", max(matrices[2], entry[2]), MATRIX_MEGABYTES),
        ("an epoch of it, times NumPy on one thread", beside_numpy, BESIDE_NUMPY),
    ]
    faults = 0
    for name, value, (aim, most) in figures:
        faults += value > most
        print(f"{value:7.2f}  (aim {aim:g}, fault above {most:g})  {name}")
    print(f"speed: {len(figures) - faults} passed, {faults} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
