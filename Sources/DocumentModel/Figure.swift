/// A picture with what it says: a caption for all, and a description for who cannot see it.
public struct Figure: Sendable, Equatable {
  /// Unique in its document and fit for a file's name: `network-forward`.
  public let id: String
  /// From left to right where there is room, else one below the other.
  public let panels: [Panel]
  public let caption: [Inline]
  /// What the picture shows, in plain words and with its numbers: its text for screen readers.
  public let description: String
  /// What stands in its place where there is no room to draw it.
  public let undrawn: [Inline]

  /// One picture of a figure.
  public struct Panel: Sendable, Equatable {
    /// What sets it apart from its neighbours; empty in a figure of one.
    public let title: [Inline]
    public let picture: Picture

    public init(_ picture: Picture, title: [Inline] = []) {
      self.title = title
      self.picture = picture
    }
  }

  public enum Picture: Sendable, Equatable {
    case diagram(Diagram)
    case plot(Plot)
  }

  /// - Parameter undrawn: the description where nothing is said.
  public init(id: String, panels: [Panel], caption: [Inline], description: String, undrawn: [Inline]? = nil) {
    self.id = id
    self.panels = panels
    self.caption = caption
    self.description = description
    self.undrawn = undrawn ?? [.text(description)]
  }

  public init(
    id: String, _ picture: Picture, caption: [Inline], description: String, undrawn: [Inline]? = nil
  ) {
    self.init(id: id, panels: [Panel(picture)], caption: caption, description: description, undrawn: undrawn)
  }
}
