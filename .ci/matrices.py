"""Matrices of mpmath numbers, as recompute.py needs them: nothing of Longhand's own code."""
import mpmath as mp


class Matrix:
    """Rows of numbers; a number is one row of one."""

    def __init__(self, rows):
        self.rows = rows
        self.shape = (len(rows), len(rows[0]))

    @staticmethod
    def read(value):
        rows = value if isinstance(value, list) else [[value]]
        return Matrix([[mp.mpf(entry) for entry in row] for row in rows])

    @staticmethod
    def filled(shape, entry):
        return Matrix([[entry(row, column) for column in range(shape[1])] for row in range(shape[0])])

    @property
    def is_number(self):
        return self.shape == (1, 1)

    def entries(self):
        return [entry for row in self.rows for entry in row]

    def largest(self):
        return max(abs(entry) for entry in self.entries())

    def map(self, function):
        return Matrix([[function(entry) for entry in row] for row in self.rows])

    def at(self, row, column):
        """An entry; a side of one repeats to fit."""
        return self.rows[row if self.shape[0] > 1 else 0][column if self.shape[1] > 1 else 0]

    def join(self, other, function):
        shape = tuple(max(pair) for pair in zip(self.shape, other.shape))
        if any(side not in (1, whole) for matrix in (self, other) for side, whole in zip(matrix.shape, shape)):
            raise ValueError(f"{self.shape} does not fit {other.shape}")
        return Matrix.filled(shape, lambda row, column: function(self.at(row, column), other.at(row, column)))

    def times(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} cannot be multiplied by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[mp.fdot(row, column) for column in columns] for row in self.rows])

    def transposed(self):
        return Matrix([list(column) for column in zip(*self.rows)])

    def stretches(self, axis):
        """The entries that an axis draws together, and the shape that comes out."""
        if axis == "all":
            return [self.entries()], (1, 1)
        return (self.rows, (self.shape[0], 1)) if axis == "rows" else (self.transposed().rows, (1, self.shape[1]))

    def drawn_together(self, axis, function):
        stretches, shape = self.stretches(axis)
        results = [function(stretch) for stretch in stretches]
        return Matrix.filled(shape, lambda row, column: results[row if shape[0] > 1 else column])

    def places(self, indices, shape):
        def span(index, count):
            return range(count) if index is None else range(index[0] - 1, index[1])
        if len(indices) == 1:
            indices = [None, indices[0]] if shape[0] == 1 else [indices[0], None]
        return span(indices[0], shape[0]), span(indices[1], shape[1])

    def select(self, indices):
        rows, columns = self.places(indices, self.shape)
        return Matrix([[self.rows[row][column] for column in columns] for row in rows])

    def place(self, indices, shape):
        rows, columns = self.places(indices, shape)
        result = Matrix.filled(shape, lambda *_: mp.mpf(0))
        for above, row in enumerate(rows):
            for before, column in enumerate(columns):
                result.rows[row][column] = self.at(above, before)
        return result

    def softmax(self):
        def row(entries):
            powers = [mp.exp(entry - max(entries)) for entry in entries]
            return [power / mp.fsum(powers) for power in powers]
        return Matrix([row(entries) for entries in self.rows])

    def diagonal(self):
        """A row or column onto a diagonal, and a diagonal back into a row."""
        if 1 in self.shape:
            entries = self.entries()
            return Matrix.filled((len(entries),) * 2, lambda row, column: entries[row] if row == column else mp.mpf(0))
        return Matrix([[self.rows[place][place] for place in range(self.shape[0])]])


class Random:
    """SplitMix64 (Steele, Lea and Flood, 2014), as docs/language.md says."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        bits = self.state
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB % 2**64
        return mp.mpf((bits ^ bits >> 31) >> 11) / 2**53

    def normal(self):
        first, second = self.uniform(), self.uniform()
        return mp.sqrt(-2 * mp.log(1 - first)) * mp.cos(2 * mp.pi * second)


def generated(tree):
    shape = tuple(tree["shape"])
    if tree["generated"] != "random":
        entry = {"identity": lambda row, column: mp.mpf(row == column), "zeros": lambda *_: mp.mpf(0), "ones": lambda *_: mp.mpf(1)}
        return Matrix.filled(shape, entry[tree["generated"]])
    random, sides = Random(int(tree["seed"])), mp.mpf(sum(shape))
    entry = {
        "uniform": random.uniform, "normal": random.normal,
        "he": lambda: random.normal() * mp.sqrt(mp.mpf(2) / shape[0]),
        "xavier": lambda: (2 * random.uniform() - 1) * mp.sqrt(6 / sides),
    }[tree["distribution"]]
    return Matrix.filled(shape, lambda *_: entry())
