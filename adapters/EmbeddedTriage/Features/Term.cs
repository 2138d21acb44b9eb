namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>What a text is seen as: a set of these.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The term.</param>
internal readonly record struct Term(TermKind Kind, string Text);
