namespace HelpDesk.Simulator.Knowledge;

/// <summary>A page of simulated Confluence.</summary>
/// <param name="Id">Digits.</param>
/// <param name="SpaceId">Id of its space.</param>
/// <param name="Title">Title; one of its kind in a space.</param>
/// <param name="Status"><c>current</c>, <c>draft</c>, <c>archived</c> or <c>trashed</c>.</param>
/// <param name="Body">Storage format.</param>
/// <param name="Version">Number of the version, from 1.</param>
/// <param name="ModifiedAt">When this version was made.</param>
public sealed record ConfluencePage(string Id, string SpaceId, string Title, string Status, string Body, int Version, DateTimeOffset ModifiedAt)
{
    /// <summary>The page above; null = at the top of the space.</summary>
    public string? ParentId { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Mail addresses of those who may read it; empty = everybody who may read what is above.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Properties by key.</summary>
    public IReadOnlyList<ConfluenceProperty> Properties { get; init; } = [];
}

/// <summary>A property of a page.</summary>
/// <param name="Id">Id.</param>
/// <param name="Key">Key.</param>
/// <param name="Value">Value as JSON.</param>
/// <param name="Version">Number of its version.</param>
public sealed record ConfluenceProperty(string Id, string Key, string Value, int Version);

/// <summary>A space of simulated Confluence.</summary>
/// <param name="Id">Digits.</param>
/// <param name="Key">Key.</param>
/// <param name="Name">Name.</param>
public sealed record ConfluenceSpace(string Id, string Key, string Name)
{
    /// <summary>True when it was deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Mail addresses of those who may read it; empty = every employee.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];
}

/// <summary>What the simulated Confluence does otherwise than usual.</summary>
public sealed record ConfluenceSwitches
{
    /// <summary>True: the service account is no Confluence administrator and may not ask for the rights of others.</summary>
    public bool MayNotAskForOthers { get; init; }

    /// <summary>Mail addresses that their profiles hide.</summary>
    public IReadOnlyList<string> HiddenMails { get; init; } = [];

    /// <summary>True: the list of pages does not take the status draft; the older interface does.</summary>
    public bool ListsNoDrafts { get; init; }

    /// <summary>True: the service account may not write.</summary>
    public bool DeniesWriting { get; init; }

    /// <summary>True: the service account may see no page and no space.</summary>
    public bool DeniesReading { get; init; }

    /// <summary>Most bytes of a call's body. Default 5 MB.</summary>
    public int LargestBody { get; init; } = 5 * 1024 * 1024;

    /// <summary>What a person does to a page right before our next change of it; null when nobody is there. Done once.</summary>
    public ConfluenceChange? BeforeNextChange { get; init; }

    /// <summary>True: a change of a page is answered with a conflict, whatever its version is.</summary>
    public bool Conflicts { get; init; }

    /// <summary>True: every cursor is refused as too old.</summary>
    public bool RefusesCursors { get; init; }
}

/// <summary>What a person changes on a page; null leaves it.</summary>
/// <param name="SpaceId">Id of its space.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Storage format.</param>
/// <param name="Status">Status.</param>
/// <param name="ParentId">The page above.</param>
/// <param name="Labels">Labels.</param>
/// <param name="Readers">Who may read it.</param>
public sealed record ConfluenceChange(string? SpaceId, string? Title, string? Body, string? Status, string? ParentId, IReadOnlyList<string>? Labels, IReadOnlyList<string>? Readers);
