namespace HelpDesk.Local.Composition;

/// <summary>A person as <c>/simulator/people</c> lists them.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Upn">User principal name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Groups">Ids of the groups they are in.</param>
internal sealed record SimulatedListing(string Id, string Name, string Upn, string? JobTitle, string Language, IReadOnlyList<string> Groups);
