import DocumentModel

/// What the preamble says of figures: packages, colours, and a style of lines, nodes and labels for each tone.
enum LaTeXFigureStyle {
  static let diagrams: StaticString = #"""
    \usepackage{tikz}
    \usetikzlibrary{arrows.meta}
    \definecolor{value}{HTML}{1256A6}
    \definecolor{adjoint}{HTML}{AB2F1B}
    \definecolor{changed}{HTML}{17683A}
    \definecolor{emphasized}{HTML}{6A2C9E}
    \definecolor{faded}{HTML}{666A72}
    \tikzset{
      head/.style={-{Stealth[length=5pt,width=4.4pt]}},
      tail/.style={{Stealth[length=5pt,width=4.4pt]}-},
      words/.style={anchor=base,inner sep=0pt,outer sep=0pt,yshift=-.33em},
      remark/.style={fill=white,fill opacity=.85,text opacity=1,inner sep=1pt},
      plain line/.style={draw=black,line width=.5pt},
      value line/.style={draw=value,line width=.8pt},
      adjoint line/.style={draw=adjoint,line width=.7pt,dash pattern=on 3pt off 1.6pt},
      changed line/.style={draw=changed,line width=.9pt,dash pattern=on 5pt off 1.6pt on 1pt off 1.6pt},
      emphasized line/.style={draw=emphasized,line width=1.4pt},
      faded line/.style={draw=faded,line width=.4pt,dash pattern=on .8pt off 1.6pt},
      plain node/.style={plain line,fill=white},
      value node/.style={value line,fill=value!7},
      adjoint node/.style={adjoint line,fill=adjoint!7},
      changed node/.style={changed line,fill=changed!8},
      emphasized node/.style={emphasized line,fill=emphasized!7},
      faded node/.style={faded line,fill=white},
      plain words/.style={words},
      value words/.style={words,text=value},
      adjoint words/.style={words,text=adjoint},
      changed words/.style={words,text=changed},
      emphasized words/.style={words,text=emphasized},
      faded words/.style={words,text=faded,scale=.87},
      plain dots/.style={only marks,mark=*,mark size=1.4pt,mark options={draw=black,fill=black,solid}},
      value dots/.style={only marks,mark=*,mark size=1.8pt,mark options={draw=value,fill=value,solid}},
      adjoint dots/.style={only marks,mark=square*,mark size=1.6pt,mark options={draw=adjoint,fill=adjoint,solid}},
      changed dots/.style={only marks,mark=triangle*,mark size=2.4pt,mark options={draw=changed,fill=changed,solid}},
      emphasized dots/.style={only marks,mark=diamond*,mark size=2.8pt,mark options={draw=emphasized,fill=emphasized,solid}},
      faded dots/.style={only marks,mark=o,mark size=1.2pt,mark options={draw=faded,solid}},
    }

    """#
  static let plots: StaticString = #"""
    \usepackage{pgfplots}
    \pgfplotsset{
      compat=1.18,
      sheet/.style={
        scale only axis,enlargelimits=false,clip mode=individual,scaled ticks=false,axis x line*=bottom,axis y line*=left,
        grid=major,grid style={line width=.3pt,draw=black!14},tick align=outside,major tick length=2pt,
        xminorticks=false,yminorticks=false,legend cell align=left,
        legend style={draw=none,fill=none,inner sep=0pt,/tikz/every even column/.append style={column sep=1em}},
      },
    }

    """#
}

extension Tone {
  /// The first word of its styles.
  var styleName: StaticString {
    switch self {
    case .plain: "plain"
    case .value: "value"
    case .adjoint: "adjoint"
    case .changed: "changed"
    case .emphasized: "emphasized"
    case .faded: "faded"
    }
  }
}
