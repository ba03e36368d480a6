import Testing

/// Every number that the three documents print, and the published line of a walkthrough that holds it.
struct Printed: Sendable, CustomTestStringConvertible {
  /// The number of the document.
  let document: String
  /// What the document prints it for, and how.
  let quantity: String
  let digits: String
  /// The published line.
  let line: Line
  /// Whether the document contradicts itself, so that the line is marked as an erratum.
  let isErratum: Bool

  struct Line: Sendable {
    let file: String
    let heading: String
    let expression: String
  }

  init(
    _ document: String, _ quantity: String, _ digits: String, in file: String, _ heading: String,
    _ expression: String, isErratum: Bool = false
  ) {
    (self.document, self.quantity, self.digits, self.isErratum) = (document, quantity, digits, isErratum)
    line = Line(file: file, heading: heading, expression: expression)
  }

  var testDescription: String { "\(document): \(quantity) = \(digits)" }

  static let all: [Printed] = [
    Printed("002", "h1_in", "16.0", in: "toy-network/toy-network.walk", "published:", "h1_in"),
    Printed("002", "h1_out", "0.9999998874648379", in: "toy-network/toy-network.walk", "published:", "h1_out"),
    Printed("002", "y1_out", "0.7319", in: "toy-network/toy-network.walk", "published:", "y1_out"),
    Printed("002", "y2_out", "0.12", in: "toy-network/toy-network.walk", "published:", "y2_out"),
    Printed(
      "002", "Y", "[[0.73194171 0.12303186]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1:", "Y"),
    Printed(
      "002", "L (w = 6 -3 -2 5 1 -2 0.25 2)", "0.08699208259994781", in: "toy-network/toy-network.walk", "published:",
      "L"),
    Printed(
      "002", "y1_out (w = 6 -3 -2 5 2 -2.5 0.3 1.5)", "0.8813624223958589", in: "tweaked-weights/tweaked-weights.walk",
      "published:", "y1_out"),
    Printed(
      "002", "y2_out (tweaked weights)", "0.07777132641389171", in: "tweaked-weights/tweaked-weights.walk",
      "published:", "y2_out"),
    Printed(
      "002", "L (tweaked weights)", "0.020123254031954686", in: "tweaked-weights/tweaked-weights.walk", "published:",
      "L"),
    Printed(
      "002", "L(w=3) for y = w x with (x t) = (4 8)", "16", in: "one-weight-loss/one-weight-loss.walk", "published:",
      "L"),
    Printed("002", "L(3.01)", "16.32", in: "one-weight-loss/one-weight-loss.walk", "published at w = 3.01, cut:", "L"),
    Printed("002", "L(1.5)", "4", in: "one-weight-loss/one-weight-loss.walk", "published at w = 1.5:", "L"),
    Printed("002", "L(1.51)", "3.84", in: "one-weight-loss/one-weight-loss.walk", "published at w = 1.51, cut:", "L"),
    Printed(
      "002", "difference quotient at 1.5", "-16", in: "one-weight-loss/one-weight-loss.walk",
      "published at w = 1.5, by forward differences, h = 0.01, cut:", "dL/dw", isErratum: true),
    Printed("002", "dL/dw at w=3", "32.0", in: "one-weight-loss/one-weight-loss.walk", "published:", "dL/dw"),
    Printed(
      "002", "dL/dw at w=1.5", "-16.0", in: "one-weight-loss/one-weight-loss.walk", "published at w = 1.5:", "dL/dw"),
    Printed(
      "002", "f(2 3) for f = 3x^2+2xy+5", "29", in: "two-variable-function/two-variable-function.walk", "published:",
      "f"),
    Printed("002", "df/dx (2 3)", "18", in: "two-variable-function/two-variable-function.walk", "published:", "df/dx"),
    Printed("002", "df/dy (2 3)", "4", in: "two-variable-function/two-variable-function.walk", "published:", "df/dy"),
    Printed("002", "e1", "-0.2680582866305111", in: "toy-network/toy-network.walk", "published:", "e1"),
    Printed("002", "e2", "0.12303185591001443", in: "toy-network/toy-network.walk", "published:", "e2"),
    Printed(
      "002", "grad_y1_out", "-0.5361165732610222", in: "toy-network/toy-network.walk", "published:", "dL/dy1_out"),
    Printed(
      "002", "grad_y2_out", "0.24606371182002887", in: "toy-network/toy-network.walk", "published:", "dL/dy2_out"),
    Printed("002", "grad_y1_in", "-0.10518770232556676", in: "toy-network/toy-network.walk", "published:", "dL/dy1_in"),
    Printed("002", "grad_y2_in", "0.026549048699963138", in: "toy-network/toy-network.walk", "published:", "dL/dy2_in"),
    Printed("002", "grad_v21", "-0.0018919280994576303", in: "toy-network/toy-network.walk", "published:", "dL/dv21"),
    Printed("002", "grad_v22", "0.0004775167642113309", in: "toy-network/toy-network.walk", "published:", "dL/dv22"),
    Printed("002", "grad_v11", "-0.10518769048825163", in: "toy-network/toy-network.walk", "published:", "dL/dv11"),
    Printed("002", "grad_v12", "0.02654904571226164", in: "toy-network/toy-network.walk", "published:", "dL/dv12"),
    Printed(
      "002", "grad_h1_out", "-0.15828579972549303", in: "toy-network/toy-network.walk", "published:", "dL/dh1_out"),
    Printed(
      "002", "grad_h2_out", "0.026801171818534586", in: "toy-network/toy-network.walk", "published:", "dL/dh2_out"),
    Printed("002", "grad_w11", "-5.34381483665323e-08", in: "toy-network/toy-network.walk", "published:", "dL/dw11"),
    Printed("002", "grad_w12", "0.0014201436720081408", in: "toy-network/toy-network.walk", "published:", "dL/dw12"),
    Printed("002", "grad_w21", "-1.7812716122177433e-08", in: "toy-network/toy-network.walk", "published:", "dL/dw21"),
    Printed("002", "grad_w22", "0.0004733812240027136", in: "toy-network/toy-network.walk", "published:", "dL/dw22"),
    Printed(
      "002", "grad_w11 in single precision", "-5.6607e-08",
      in: "toy-network-single-precision/toy-network-single-precision.walk", "published:", "dL/dw11"),
    Printed(
      "002", "grad_w12 in single precision", "0.0014",
      in: "toy-network-single-precision/toy-network-single-precision.walk", "published:", "dL/dw12"),
    Printed(
      "002", "grad_w21 in single precision", "-1.8869e-08",
      in: "toy-network-single-precision/toy-network-single-precision.walk", "published:", "dL/dw21"),
    Printed(
      "002", "grad_w22 in single precision", "0.0005",
      in: "toy-network-single-precision/toy-network-single-precision.walk", "published:", "dL/dw22"),
    Printed(
      "002", "L per instance", "[[0.08699208]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1:", "L"),
    Printed(
      "002", "grad_Y_in", "[[-0.1051877 0.02654905]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1:", "dL/dY_in"),
    Printed(
      "002", "grad_V", "[[-0.10518769 0.02654905] [-0.00189193 0.00047752]]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 1:", "dL/dV"),
    Printed(
      "002", "grad_H", "[[-0.1582858 0.02680117]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1:", "dL/dH"),
    Printed(
      "002", "grad_W", "[[-5.34381484e-08 1.42014367e-03] [-1.78127161e-08 4.73381224e-04]]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 1:", "dL/dW"),
    Printed(
      "002", "Y of instance 2 (-1 4) -> (0 1): dL2/dv22", "-0.025",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 2:", "dL/dV[2, 2]"),
    Printed(
      "002", "V after one update", "[[1.06837185 -2.01725687] [0.07134767 2.01595986]]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published after 1 epoch:", "V", isErratum: true),
    Printed(
      "002", "Y of instance 1 after the update", "[[0.74165987 0.12162137]]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 1, after 1 epoch:", "Y"),
    Printed(
      "002", "L of instance 1 before", "[[0.08699208]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1:", "L"),
    Printed(
      "002", "L of instance 1 after", "[[0.08153138]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 1, after 1 epoch:", "L"),
    Printed(
      "002", "Y of instance 2 after", "[[0.52811432 0.88207988]]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 2, after 1 epoch:", "Y"),
    Printed(
      "002", "L of instance 2 before", "[[0.33025203]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 2:", "L"),
    Printed(
      "002", "L of instance 2 after", "[[0.29280989]]", in: "toy-network-in-matrices/toy-network-in-matrices.walk",
      "published example 2, after 1 epoch:", "L"),
    Printed(
      "002", "Y of instance 1 after 200 epochs", "[0.94607312 0.04903031]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 1, after 200 epochs:", "Y"),
    Printed(
      "002", "Y of instance 2 after 200 epochs", "[0.05606368 0.95082381]",
      in: "toy-network-in-matrices/toy-network-in-matrices.walk", "published example 2, after 200 epochs:", "Y"),
    Printed("003", "sum_h1", "0.41", in: "two-two-two/two-two-two.walk", "published:", "sum_h1"),
    Printed("003", "output_h1", "0.60108", in: "two-two-two/two-two-two.walk", "published:", "output_h1"),
    Printed("003", "sum_h2", "0.47", in: "two-two-two/two-two-two.walk", "published:", "sum_h2"),
    Printed("003", "output_h2", "0.61538", in: "two-two-two/two-two-two.walk", "published:", "output_h2"),
    Printed("003", "sum_o1", "1.01977", in: "two-two-two/two-two-two.walk", "published:", "sum_o1"),
    Printed("003", "output_o1", "0.73492", in: "two-two-two/two-two-two.walk", "published:", "output_o1"),
    Printed("003", "sum_o2", "1.26306", in: "two-two-two/two-two-two.walk", "published:", "sum_o2"),
    Printed("003", "output_o2", "0.77955", in: "two-two-two/two-two-two.walk", "published:", "output_o2"),
    Printed("003", "E1", "0.23456", in: "two-two-two/two-two-two.walk", "published:", "E1"),
    Printed("003", "E2", "0.01452", in: "two-two-two/two-two-two.walk", "published:", "E2"),
    Printed("003", "E_total", "0.24908", in: "two-two-two/two-two-two.walk", "published:", "E_total"),
    Printed(
      "003", "dE_total/doutput_o1", "0.68492", in: "two-two-two/two-two-two.walk", "published:", "dE_total/doutput_o1"),
    Printed(
      "003", "doutput_o1/dsum_o1", "0.19480", in: "two-two-two/two-two-two.walk", "published:", "doutput_o1/dsum_o1"),
    Printed("003", "dsum_o1/dw5", "0.60108", in: "two-two-two/two-two-two.walk", "published:", "dsum_o1/dw5"),
    Printed("003", "dE_total/dw5", "0.08020", in: "two-two-two/two-two-two.walk", "published:", "dE_total/dw5"),
    Printed("003", "new w5", "0.45187", in: "two-two-two/two-two-two.walk", "published:", "new w5"),
    Printed("003", "dsum_o1/dw6", "0.61538", in: "two-two-two/two-two-two.walk", "published:", "dsum_o1/dw6"),
    Printed("003", "dE_total/dw6", "0.08211", in: "two-two-two/two-two-two.walk", "published:", "dE_total/dw6"),
    Printed("003", "new w6", "0.55073", in: "two-two-two/two-two-two.walk", "published:", "new w6"),
    Printed(
      "003", "dE_total/doutput_o2", "-0.17044", in: "two-two-two/two-two-two.walk", "published:", "dE_total/doutput_o2"),
    Printed(
      "003", "doutput_o2/dsum_o2", "0.17184", in: "two-two-two/two-two-two.walk", "published:", "doutput_o2/dsum_o2"),
    Printed("003", "dE_total/dw7", "-0.01760", in: "two-two-two/two-two-two.walk", "published:", "dE_total/dw7"),
    Printed("003", "new w7", "0.71056", in: "two-two-two/two-two-two.walk", "published:", "new w7"),
    Printed("003", "dE_total/dw8", "-0.01802", in: "two-two-two/two-two-two.walk", "published:", "dE_total/dw8"),
    Printed("003", "new w8", "0.81081", in: "two-two-two/two-two-two.walk", "published:", "new w8"),
    Printed("003", "dE1/doutput_o1", "0.68492", in: "two-two-two/two-two-two.walk", "published:", "dE1/doutput_o1"),
    Printed("003", "dsum_o1/doutput_h1", "0.5", in: "two-two-two/two-two-two.walk", "published:", "dsum_o1/doutput_h1"),
    Printed(
      "003", "doutput_h1/dsum_h1", "0.23978", in: "two-two-two/two-two-two.walk", "published:", "doutput_h1/dsum_h1"),
    Printed("003", "dsum_h1/dw1", "0.1", in: "two-two-two/two-two-two.walk", "published:", "dsum_h1/dw1"),
    Printed("003", "dE1/dw1", "0.00159", in: "two-two-two/two-two-two.walk", "published:", "dE1/dw1"),
    Printed("003", "dsum_o2/doutput_h1", "0.7", in: "two-two-two/two-two-two.walk", "published:", "dsum_o2/doutput_h1"),
    Printed("003", "dE2/dw1", "-0.00049", in: "two-two-two/two-two-two.walk", "published:", "dE2/dw1"),
    Printed("003", "dE_total/dw1", "0.00110", in: "two-two-two/two-two-two.walk", "published:", "dE_total/dw1"),
    Printed("003", "new w1", "0.09933", in: "two-two-two/two-two-two.walk", "published:", "new w1"),
    Printed("003", "new w2", "0.19919", in: "two-two-two/two-two-two.walk", "published:", "new w2"),
    Printed("003", "new w3", "0.29667", in: "two-two-two/two-two-two.walk", "published:", "new w3"),
    Printed("003", "new w4", "0.39597", in: "two-two-two/two-two-two.walk", "published:", "new w4"),
    Printed("004", "dx of multiply gate at (3 4)", "4", in: "multiply-gate/multiply-gate.walk", "published:", "df/dx"),
    Printed(
      "004", "best f = 100-(x-y)^2 from (3 4) step 0.001", "99.99937812746526", in: "custom-gate/custom-gate.walk",
      "published after 921 steps:", "f"),
    Printed(
      "004", "x at the end", "3.487488988616036", in: "custom-gate/custom-gate.walk", "published after 922 steps:", "x"),
    Printed(
      "004", "y at the end", "3.512326611377091", in: "custom-gate/custom-gate.walk", "published after 922 steps:", "y"),
    Printed(
      "004", "f = (x+y)*z at (-2 5 -4)", "-12", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "f"),
    Printed("004", "q", "3", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "q"),
    Printed("004", "df/dq", "-4", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "df/dq"),
    Printed("004", "df/dz", "3", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "df/dz"),
    Printed("004", "df/dx", "-4", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "df/dx"),
    Printed("004", "df/dy", "-4", in: "add-multiply-circuit/add-multiply-circuit.walk", "published:", "df/dy"),
  ]
}
