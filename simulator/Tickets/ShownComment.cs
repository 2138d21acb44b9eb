namespace HelpDesk.Simulator.Tickets;

/// <summary>A comment or note, over both systems.</summary>
/// <param name="Author">Name as shown.</param>
/// <param name="IsPublic">True when the requester sees it.</param>
/// <param name="IsOurs">True when the integration account wrote it.</param>
/// <param name="Text">As text.</param>
/// <param name="At">UTC, as the system writes it.</param>
public sealed record ShownComment(string Author, bool IsPublic, bool IsOurs, string Text, string At);
