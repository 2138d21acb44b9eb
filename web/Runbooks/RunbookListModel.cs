namespace HelpDesk.Web.Runbooks;

/// <summary>What the list of runbooks shows.</summary>
/// <param name="Runbooks">All of them, by id.</param>
public sealed record RunbookListModel(IReadOnlyList<RunbookLine> Runbooks);
