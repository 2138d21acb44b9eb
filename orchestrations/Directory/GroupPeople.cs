namespace HelpDesk.Orchestrations.Directory;

/// <summary>Who is in a group, as far as one cheap look shows.</summary>
/// <param name="Ids">Object ids of people who are direct members; at most twenty.</param>
/// <param name="MayHaveMore">True when there may be others: more than were shown, or in a group that is a member.</param>
public sealed record GroupPeople(IReadOnlyList<string> Ids, bool MayHaveMore);
